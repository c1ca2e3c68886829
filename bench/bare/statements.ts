/**
 * The SQL of the bare server and, with other placeholders, of pgbench: per sign-off five statements in one transaction.
 * Each of the first two answers a row only when all is well; whoever runs them stops when it does not.
 */
export const SIGN = {
  lock: `select body_id, submitted_by from version where id = $1 and state = 'confidentialityReview' for update`,
  /** Session, role, separation, the item's state and text. */
  check: `select s.account_id from session s
    join holding h on h.account_id = s.account_id and h.body_id = $4 and h.role = 'confidentialityOfficer'
    join item i on i.id = $2 and i.state = 'awaitingReview' and i.content_hash = $3 and i.author_id <> s.account_id
    where s.token_hash = sha256($1) and s.expires_at > now() and s.account_id <> $5`,
  decide: `insert into decision (version_id, item_id, content_hash, kind, decided_by) values ($1, $2, $3, 'clear', $4)`,
  move: `update item set state = 'releasable' where id = $1`,
} as const;

/** Appends to the version's chain: number, predecessor, time and hash are the database's. The version's row is locked. */
export const APPEND = `insert into log (version_id, seq, prev, header, body, hash)
  select h.version_id, h.seq, h.prev, h.header, h.body, sha256(h.header || sha256(h.body))
  from (select l.version_id, l.seq, l.prev, l.body,
          convert_to('v=1;stream=' || l.version_id || ';seq=' || l.seq || ';prev=' || encode(l.prev, 'hex') || ';at=' || clock_timestamp(), 'UTF8') as header
        from (select $1::uuid as version_id, coalesce(max(seq), 0) + 1 as seq, coalesce((array_agg(hash order by seq desc))[1], decode(repeat('00', 32), 'hex')) as prev,
                $2::bytea as body
              from (select seq, hash from log where version_id = $1 order by seq desc limit 1) last) l) h
  returning seq`;

export const PUBLISH = {
  lock: `select body_id, submitted_by from version where id = $1 and state = 'departmentApproval' for update`,
  check: `select s.account_id from session s
    join holding h on h.account_id = s.account_id and h.body_id = $2 and h.role = 'departmentLeader'
    where s.token_hash = sha256($1) and s.expires_at > now() and s.account_id <> $3`,
  /** Every item is signed for exactly the text it has, and the approver neither wrote nor signed it. */
  obstacles: `select i.id from item i where i.version_id = $1 and (i.state <> 'releasable' or i.author_id = $2 or not exists (
    select from decision d where d.version_id = i.version_id and d.item_id = i.id and d.content_hash = i.content_hash and d.kind = 'clear' and d.decided_by <> $2)) limit 1`,
  project: `insert into projection (version_id, item_id, position, content_hash, content)
    select version_id, id, position, content_hash, content from item where version_id = $1`,
  move: `update version set state = 'published' where id = $1`,
} as const;

export const READ = `select item_id, position, content from projection where version_id = $1 order by position`;
