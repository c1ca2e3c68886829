import type { DataSource } from 'typeorm';
import type { Loaded } from '../../commands/facts.js';
import type { ItemContent, Removal } from '../../content/index.js';
import { mayRead, readsTexts, SEAL_KEEPERS, sealedText, SHOWN_TEXT } from '../reading.js';
import type { Findings } from '../text.js';
import type { PastRow } from './past-rows.js';

/** Why a text is not shown: its bytes are gone, it is sealed, or it is not for this reader. */
export type Withheld = 'purged' | 'sealed' | 'notForReader';

/** What a row said, as far as the reader may know today. */
export interface PastText {
  readonly number: string;
  /** The text is sealed today. */
  readonly sealed: boolean;
  readonly withheld: Withheld | null;
  readonly text: { readonly content: ItemContent; readonly removal?: Removal } | null;
  /** What the reading of the text found; null where the text is not shown. */
  readonly findings: Findings | null;
}

interface Row {
  readonly item: string;
  readonly number: string;
  readonly text: string | null;
  readonly findings: Findings;
  readonly sealed: boolean;
  readonly shown: boolean;
  readonly seal_keepers: string[];
  readonly state: string | null;
}

/**
 * A log that was begun before births said the number of their row: the row has it still, where nothing gave it another one since. The conditions are
 * those of the index `log_event_placing`, so that the length of the log does not matter.
 */
const NUMBERS_OF_OLD = `select now.item_id, now.label from mulu.version_item now where now.version_id = $1 and now.item_id <> all (array(
    select e.item_id from mulu.log_event e where e.stream = $1 and e.item_id is not null and e.from_state is null and e.type <> 'hint.dismissed'
      and e.type = 'items.arranged' and e.reason_hash is not null))`;

const TEXTS = `select vi.item_id as item, convert_from(b.bytes, 'UTF8') as text, r.findings,
    coalesce(convert_from(n.bytes, 'UTF8')::jsonb ->> 'number', case when vi.words is null then old.label end, '') as number,
    ${sealedText('vi.item_id', 'vi.content_hash')} as sealed, ${SHOWN_TEXT} as shown, ${SEAL_KEEPERS} as seal_keepers,
    (select now.state from mulu.version_item now
     where now.version_id = vi.version_id and now.item_id = vi.item_id and now.content_hash = vi.content_hash) as state
  from (select $1::uuid as version_id, x.item_id, decode(x.hash, 'hex') as content_hash, x.revision_id, decode(x.words, 'hex') as words
        from unnest($2::uuid[], $3::text[], $4::uuid[], $5::text[]) x (item_id, hash, revision_id, words)) vi
  join mulu.content_blob b on b.hash = vi.content_hash
  left join mulu.revision r on r.id = vi.revision_id
  left join mulu.content_blob n on n.hash = vi.words
  left join (${NUMBERS_OF_OLD}) old on old.item_id = vi.item_id`;

/**
 * The texts of rows as they stood. What may be read is decided as of today: a text that is sealed now was never looked at here, and an office sees what
 * it sees in the version itself.
 */
export async function pastTexts(source: DataSource, loaded: Loaded, rows: readonly PastRow[]): Promise<Map<string, PastText>> {
  const found: Row[] = await source.query(TEXTS, [
    loaded.version.id,
    rows.map((row) => row.itemId),
    rows.map((row) => row.contentHash),
    rows.map((row) => row.revisionId),
    rows.map((row) => row.numberHash),
  ]);
  return new Map(found.map((row) => [row.item, textOf(loaded, row)]));
}

function textOf(loaded: Loaded, row: Row): PastText {
  const withheld = withheldFrom(loaded, row);
  return {
    number: row.number,
    sealed: row.sealed,
    withheld,
    text: withheld === null ? JSON.parse(row.text!) : null,
    findings: withheld === null ? row.findings : null,
  };
}

function withheldFrom({ hands, person, version }: Loaded, { text, sealed, shown, seal_keepers, state }: Row): Withheld | null {
  const sight = { hands, person: person!, versionState: version.state, itemState: state ?? '', sealed, shown, sealKeepers: seal_keepers };
  if (!mayRead(sight)) return sealed && readsTexts(hands) ? 'sealed' : 'notForReader';
  return text === null ? 'purged' : null;
}
