import { hex, moment, type Ask } from '../ask.js';
import type { NamedRow } from '../differences.js';

/** What the tables hold of one version, column by column, under the names that the log has for it. */
export interface VersionRows {
  readonly version: StoredVersion | undefined;
  readonly items: readonly StoredItem[];
  readonly revisions: readonly NamedRow[];
  readonly decisions: readonly NamedRow[];
  readonly participations: readonly NamedRow[];
  readonly bars: readonly NamedRow[];
  readonly dismissals: readonly NamedRow[];
  readonly imports: readonly StoredImport[];
  readonly publication: StoredPublication | undefined;
  readonly shown: readonly NamedRow[];
}

export interface StoredVersion {
  readonly state: string;
  readonly seq: number;
  readonly number: number;
  readonly predecessor: string | null;
  readonly publishAt: string | null;
  readonly openedAt: string;
  readonly catalogueId: string;
  readonly title: string;
  readonly organization: { readonly id: string; readonly name: string; readonly regionCode: string };
  readonly publicFields: readonly string[];
  readonly publicBasisFields: readonly string[];
}

export interface StoredItem {
  readonly item: string;
  readonly state: string;
  readonly seq: number;
  readonly revision: string;
  readonly hash: string;
  readonly position: number;
  readonly number: string;
  readonly sameCatalogue: boolean;
}

export interface StoredImport {
  readonly id: string;
  readonly uploadedBy: string;
  readonly fileHash: string;
  readonly confirmedSeq: number | null;
}

export interface StoredPublication {
  readonly catalogueId: string;
  readonly seq: number;
  readonly at: string;
  readonly document: Buffer;
}

const VERSION = `select v.state, v.state_seq::int as seq, v.number, v.predecessor_id as predecessor, ${moment('v.publish_at')} as "publishAt",
    ${moment('v.opened_at')} as "openedAt", v.catalogue_id as "catalogueId", c.title, p.body -> 'publicFields' as "publicFields",
    p.body -> 'publicBasisFields' as "publicBasisFields", jsonb_build_object('id', o.id, 'name', o.name, 'regionCode', o.region_code) as organization
  from mulu.catalogue_version v left join mulu.catalogue c on c.id = v.catalogue_id left join mulu.organization o on o.id = c.organization_id
  left join mulu.profile p on p.id = v.profile_id and p.version = v.profile_version where v.id = $1`;

const ITEMS = `select i.item_id as item, i.state, i.state_seq::int as seq, i.revision_id as revision, ${hex('i.content_hash')} as hash, i.position::float8 as position, i.label as number, coalesce(t.catalogue_id = v.catalogue_id, false) as "sameCatalogue"
  from mulu.version_item i join mulu.catalogue_version v on v.id = i.version_id left join mulu.item t on t.id = i.item_id
  where i.version_id = $1 order by i.position`;

/** Those made here, and those that the log of the version names. */
const REVISIONS = `select r.id as name, case when r.version_id = v.id then r.seq::int end as seq, jsonb_build_object(
    'from', case when r.version_id = v.id then 'here' when made.catalogue_id = v.catalogue_id and made.number < v.number then 'before' else 'elsewhere' end,
    'itemId', r.item_id, 'contentHash', ${hex('r.content_hash')}, 'author', r.author_id, 'onBehalfOf', r.on_behalf_of, 'category', r.category,
    'removal', r.removal, 'seq', r.seq, 'ordinal', r.ordinal) as row
  from mulu.catalogue_version v cross join lateral (
    select r.id from mulu.revision r where r.version_id = v.id union select e.revision_id from mulu.log_event e where e.stream = v.id) named
  join mulu.revision r on r.id = named.id
  left join mulu.catalogue_version made on made.id = r.version_id where v.id = $1 order by r.seq, r.ordinal`;

const DECISIONS = `select 'decision ' || seq as name, seq::int as seq, jsonb_build_object('id', id, 'itemId', item_id, 'revisionId', revision_id,
    'contentHash', ${hex('content_hash')}, 'kind', kind, 'step', step, 'by', decided_by, 'onBehalfOf', on_behalf_of, 'at', ${moment('at')}, 'assess', assess,
    'ground', ground, 'documentNumber', document_number, 'outcome', outcome, 'level', level, 'measures', measures, 'predecessor', predecessor,
    'reviewOn', review_on, 'keptRevision', kept_revision_id, 'keptHash', ${hex('kept_hash')}, 'restsOn', rests_on, 'detail', ${hex('detail_hash')},
    'voidedSeq', voided_seq) as row
  from mulu.decision where version_id = $1 order by seq`;

const PARTICIPATIONS = `select kind || ' ' || seq as name, seq::int as seq, jsonb_build_object('person', person_id, 'onBehalfOf', on_behalf_of,
    'itemId', item_id, 'revisionId', revision_id) as row
  from mulu.participation where version_id = $1 order by seq`;

const BARS = `select 'bar ' || seq || ' of ' || item_id as name, seq::int as seq, jsonb_build_object('contentHash', ${hex('content_hash')}, 'at', ${moment('at')}) as row
  from mulu.bar where version_id = $1 order by seq`;

const DISMISSALS = `select 'dismissal ' || seq as name, seq::int as seq, jsonb_build_object('itemId', item_id, 'contentHash', ${hex('content_hash')},
    'hintId', hint_id, 'side', side, 'by', person_id, 'reason', ${hex('reason_hash')}) as row
  from mulu.hint_dismissal where version_id = $1 order by seq`;

const IMPORTS = `select id, uploaded_by as "uploadedBy", ${hex('file_hash')} as "fileHash", confirmed_seq::int as "confirmedSeq"
  from mulu.import where version_id = $1`;

const PUBLICATION = `select catalogue_id as "catalogueId", seq::int as seq, ${moment('published_at')} as at, document from mulu.publication where version_id = $1`;

const SHOWN = `select item_id as name, null as seq, jsonb_build_object('position', position::float8, 'revisionId', revision_id,
    'contentHash', ${hex('content_hash')}, 'decision', decision_id, 'content', public_content) as row
  from mulu.publication_item where version_id = $1 order by position, item_id`;

export async function storedRows(ask: Ask, versionId: string): Promise<VersionRows> {
  const all = <Row>(sql: string): Promise<Row[]> => ask<Row>(sql, [versionId]);
  const [version] = await all<StoredVersion>(VERSION);
  const [publication] = await all<StoredPublication>(PUBLICATION);
  return {
    version,
    items: await all<StoredItem>(ITEMS),
    revisions: await all<NamedRow>(REVISIONS),
    decisions: await all<NamedRow>(DECISIONS),
    participations: await all<NamedRow>(PARTICIPATIONS),
    bars: await all<NamedRow>(BARS),
    dismissals: await all<NamedRow>(DISMISSALS),
    imports: await all<StoredImport>(IMPORTS),
    publication,
    shown: await all<NamedRow>(SHOWN),
  };
}
