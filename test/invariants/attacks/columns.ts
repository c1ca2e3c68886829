import { bytes, id, type Attack } from '../attack.js';

/** The columns that may be left empty; every other one must be filled. */
const OPTIONAL: ReadonlySet<string> = new Set(
  `appointment.ends_at appointment.granted_by appointment.organization_id appointment.principal_id appointment.region_code appointment.revoked_at
  appointment.revoked_by catalogue_version.predecessor_id catalogue_version.publish_at content_blob.bytes decision.decided_by decision.detail_hash
  decision.document_number decision.ground decision.kept_hash decision.kept_revision_id decision.level decision.on_behalf_of decision.outcome
  decision.predecessor decision.rests_on decision.review_on decision.voided_seq import.confirmed_seq import.reading log_event.actor_id log_event.answer
  log_event.content_hash log_event.from_state log_event.idempotency_key log_event.item_id log_event.machine_id log_event.machine_version
  log_check.checked log_check.covered log_check.ended_at log_check.events log_check.found log_check.holder log_check.logs log_check.problems log_check.seq log_check.verdict
  log_event.on_behalf_of log_event.reason_hash log_event.request_hash log_event.revision_id log_event.to_state log_reader.whole_at
  matter.done_on matter.due_on matter.due_rule matter.escalated_for matter.organization_id matter.parent_id matter.period matter.reminded_for
  matter.since matter.text_hash participation.item_id
  notification.sent_at participation.on_behalf_of participation.revision_id publication_item.purged_digest purge.proposed_for region.parent_code revision.category revision.on_behalf_of setup_token.used_at
  sign_in_throttle.blocked_until version_item.arranged_seq version_item.source webhook_receiver.failing_since webhook_receiver.held_until webhook_receiver.holder`.split(
    /\s+/,
  ),
);

/** Columns of every table but those of primary keys, which are never empty, and those that the database works out. */
const COLUMNS = `
  select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
  where c.relnamespace = 'mulu'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    and not exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p' and a.attnum = any (k.conkey))
  order by 1, 2`;

/** Nothing is left out: every column that must be filled refuses to be emptied, in a row that is there. */
export const COLUMNS_FILLED: Attack = {
  what: 'leaving a column empty that must be filled',
  refused: 'taken',
  run: async ({ admin, scenes: { draft }, desk }) => {
    const { rows } = await admin.query<{ table: string; column: string }>(COLUMNS);
    for (const table of new Set(rows.map((row) => row.table))) await admin.query(`alter table ${table} disable trigger user`);
    const item = draft.items.one!;
    await admin.query(`insert into sign_in_throttle (subject) values (sha256('x')); insert into setup_token (token_hash) values (sha256('x'));
      insert into hint_dismissal values (${id(item.id)}, ${bytes(item.hash)}, 'h', 'compiler', ${id(desk.compiler.id)}, '\\x00', ${id(draft.id)}, 1);
      insert into contact values (${id(desk.compiler.id)}, 'a@b.c');
      insert into notification_wish values (${id(desk.compiler.id)}, 'matters', 'daily');
      insert into log_leaf values (0, ${id(draft.id)}, 1, sha256('x')); insert into log_subtree values (1, 0, sha256('x'));
      insert into checkpoint (size, root, note) values (1, sha256('x'), '');
      insert into checkpoint_cosignature values (1, 'w+0123abcd', E'— w x\\n');
      insert into sm_leaf values (0, sha256('x')); insert into sm_subtree values (1, 0, sha256('x')); insert into sm_checkpoint (size, note) values (1, '');
      insert into log_check (due, whole, began_at, held_until, attempts) values (current_date, true, now(), now(), 1);
      insert into log_check_gap values (now(), 1);
      insert into purge (id, version_id, content_hash, kind, ground, state, state_seq, proposed_seq, proposed_by)
      values (gen_random_uuid(), ${id(draft.id)}, ${bytes(item.hash)}, 'text', 'PERSONAL_DATA', 'proposed', 1, 1, ${id(desk.compiler.id)});
      insert into log_reader (id) values ('${'f'.repeat(64)}'); insert into log_cursor select id, ${id(draft.id)}, 1 from log_reader;
      insert into webhook_receiver (reader, host) select id, 'oa.example.cn' from log_reader;
      insert into notification (person, stream, kind, family, role, id, seq, not_before)
      values (${id(desk.compiler.id)}, ${id(draft.id)}, 'amend', 'catalogues', 'compiler', gen_random_uuid(), 1, now())`);
    const emptied: string[] = [];
    for (const { table, column } of rows) {
      if (OPTIONAL.has(`${table}.${column}`)) continue;
      await admin.query('savepoint before');
      const answer = await admin.query(`update ${table} set ${column} = null`).then(
        () => 'taken',
        (error: { code: string; column?: string }) => (error.code === '23502' && error.column === column ? 'refused' : error.code),
      );
      await admin.query('rollback to before');
      if (answer !== 'refused') emptied.push(`${table}.${column} (${answer})`);
    }
    if (emptied.length > 0) throw new Error(emptied.join(', '));
  },
};
