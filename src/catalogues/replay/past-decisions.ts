import type { DataSource } from 'typeorm';
import { STEPS } from '../decide-item.js';
import { sealedText } from '../reading.js';
import type { DecisionView } from '../views/item.views.js';

/** A decision as its event in the log says it, and whether it still stood at the moment. */
export interface PastDecision extends Omit<DecisionView, 'at'> {
  readonly itemId: string;
  readonly at: Date;
  /** The text that it is about is sealed today. */
  readonly sealed: boolean;
  /** Of `setAside` with the predecessor's text kept: that text. */
  readonly kept: { readonly revisionId: string; readonly contentHash: string } | null;
}

const DECIDING = [...Object.keys(STEPS), 'carryOver'];

/** After one of these every earlier decision on the item is void (product.md, "Decisions fall"). */
const VOIDING = ['edit', 'remove', 'reopen', 'requireMitigation', 'rejectRisk', 'enterReview', 'textBarred'];

const isDeciding = `e.stream = $1 and e.seq <= $2 and e.type = any ($4)`;
const DECISION = `select e.item_id as "itemId", e.type, e.seq::int as seq, e.at, encode(e.content_hash, 'hex') as "contentHash", said.facts ->> 'ground' as ground,
    said.facts ->> 'documentNumber' as "documentNumber", said.facts ->> 'outcome' as outcome, said.facts ->> 'level' as level,
    coalesce((said.facts ->> 'assess')::boolean, false) as assess,
    case when e.type = 'setAside' then coalesce(said.facts ->> 'predecessor', 'drop') end as predecessor, said.facts ->> 'reviewOn' as "reviewOn",
    said.facts -> 'kept' as kept,
    exists (select from mulu.log_event v where v.item_id = e.item_id and v.stream = $1 and v.seq > e.seq and v.seq <= $2 and v.type = any ($5)) as voided,
    original.id::int as "restsOn", json_build_object('id', coalesce(a.id, o.id), 'displayName', coalesce(a.display_name, o.display_name)) as decider,
    e.on_behalf_of as "onBehalfOf", convert_from(w.bytes, 'UTF8')::json as words,
    w.hash is not null and w.bytes is null as purged, ${sealedText('e.item_id', 'e.content_hash')} as sealed
  from mulu.log_event e cross join lateral (select convert_from(e.body, 'UTF8')::jsonb -> 'facts' as facts) said
  left join mulu.account a on a.id = e.actor_id
  left join mulu.decision original on original.id = coalesce(said.facts ->> 'restsOn', said.facts #>> '{kept,decisionId}')::bigint
  left join mulu.log_event signed on signed.stream = original.version_id and signed.seq = original.seq
  left join mulu.account o on o.id = signed.actor_id
  left join mulu.content_blob w on w.hash = e.reason_hash`;

const LATEST = `select d.* from unnest($3::uuid[]) i (item) cross join lateral (
    ${DECISION} where e.item_id = i.item and ${isDeciding} order by e.seq desc limit 1) d`;
const ALL = `${DECISION} where e.item_id = any ($3::uuid[]) and ${isDeciding} order by e.seq desc`;

type Row = Omit<PastDecision, 'step'>;

/** The last decision on each of the items up to the event `seq`, where there is one. */
export async function latestDecisions(
  source: DataSource,
  versionId: string,
  seq: number,
  items: readonly string[],
): Promise<Map<string, PastDecision>> {
  const rows: Row[] = await source.query(LATEST, [versionId, seq, items, DECIDING, VOIDING]);
  return new Map(rows.map((row) => [row.itemId, { ...row, step: stepOf(row.type) }]));
}

/** Every decision on an item in the version up to the event `seq`, the latest first. */
export async function pastDecisions(source: DataSource, versionId: string, seq: number, itemId: string): Promise<PastDecision[]> {
  const rows: Row[] = await source.query(ALL, [versionId, seq, [itemId], DECIDING, VOIDING]);
  return rows.map((row) => ({ ...row, step: stepOf(row.type) }));
}

function stepOf(type: string): DecisionView['step'] {
  return STEPS[type as keyof typeof STEPS] ?? 'carryOver';
}
