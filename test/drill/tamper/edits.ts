import type { LivedIn } from './world.js';

/** Where a superuser put their hand, and what shall be looked at to find it. */
export interface Edit {
  readonly kind: string;
  readonly place: string;
  readonly sql: string;
  /** The log whose own audit is asked; none where it is about all logs, or about the rules. */
  readonly stream: string | null;
  /** Every detector is asked, to know which of them would notice; otherwise only until one does. */
  readonly thorough?: boolean;
  /** The tree is grown anew afterwards, and its root signed by a key holder who suspects nothing. */
  readonly regrown?: boolean;
}

export const SYSTEM = '00000000-0000-0000-0000-000000000000';

/** What whoever holds the database would write for themselves: made once, used by the edits below. */
export const TOOLS = `
  create function flip(p_bytes bytea, p_at int) returns bytea language sql as $$
    select set_byte(p_bytes, p_at % length(p_bytes), get_byte(p_bytes, p_at % length(p_bytes)) # 1) $$;
  -- Numbers, predecessors, headers and hashes of a log made to fit again, and its columns to the bodies.
  create function relink(p_stream uuid) returns void language plpgsql as $$
  declare v_event record; v_prev bytea := decode(repeat('00', 32), 'hex'); v_seq bigint := 0; v_said jsonb; v_header bytea;
  begin
    create temp table chain on commit drop as select * from mulu.log_event where stream = p_stream;
    delete from mulu.log_event where stream = p_stream;
    for v_event in select * from chain order by seq loop
      v_seq := v_seq + 1;
      v_said := convert_from(v_event.body, 'UTF8')::jsonb;
      v_header := convert_to('v=1;stream=' || p_stream || ';seq=' || v_seq || ';prev=' || encode(v_prev, 'hex')
        || ';at=' || to_char(v_event.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), 'UTF8');
      insert into mulu.log_event select p_stream, v_seq, v_prev, v_event.at, v_header, v_event.body, sha256(v_header || sha256(v_event.body)), v_said ->> 'type',
        (v_said ->> 'actor')::uuid, (v_said ->> 'onBehalfOf')::uuid, (v_said ->> 'itemId')::uuid, v_said #>> '{machine,id}', v_said #>> '{machine,version}',
        v_said ->> 'from', v_said ->> 'to', (v_said ->> 'revisionId')::uuid, decode(v_said ->> 'contentHash', 'hex'), decode(v_said ->> 'reasonHash', 'hex'),
        v_event.idempotency_key, v_event.request_hash, v_event.answer;
      v_prev := sha256(v_header || sha256(v_event.body));
    end loop;
    drop table chain;
  end $$;
  -- One more row like another, but for some columns.
  create function put_beside(p_table text, p_where text, p_set text) returns void language plpgsql as $$
  declare v_columns text := (select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
    where attrelid = ('mulu.' || p_table)::regclass and attnum > 0 and not attisdropped and attgenerated = '');
  begin
    execute format('create temp table put on commit drop as select %s from mulu.%I where %s', v_columns, p_table, p_where);
    execute format('update put set %s', p_set);
    execute format('insert into mulu.%I (%s) overriding system value select * from put', p_table, v_columns);
    drop table put;
  end $$;
  create function reword(p_stream uuid, p_seq bigint, p_path text[], p_value jsonb) returns void language sql as $$
    update mulu.log_event set body = convert_to(jsonb_set(convert_from(body, 'UTF8')::jsonb, p_path, p_value)::text, 'UTF8') where stream = p_stream and seq = p_seq $$;
  create function rehash(p_stream uuid, p_seq bigint) returns void language sql as $$
    update mulu.log_event set hash = sha256(header || sha256(body)) where stream = p_stream and seq = p_seq $$`;

interface Place {
  readonly name: string;
  readonly stream: string;
  readonly seq: number;
}

/** Events in logs of every kind: at the beginning, in the middle, near the end. */
export function placesIn(world: LivedIn): Place[] {
  const at = (name: string, stream: string, ...seqs: number[]): Place[] => seqs.map((seq) => ({ name: `${name} ${seq}`, stream, seq }));
  const answered = world.matters.at(-3)!;
  return [
    ...at('first', world.first, 1, 9, 27),
    ...at('second', world.second, 2, 12),
    ...at('takenDown', world.takenDown, 8),
    ...at('matter', answered, 1, 2),
    ...at('system', SYSTEM, 2, 40),
  ];
}

/** Hands put on the log itself. */
export function logEdits(world: LivedIn): Edit[] {
  return placesIn(world).flatMap(({ name, stream, seq }) => {
    const here = `stream = '${stream}' and seq = ${seq}`;
    const at = `'${stream}', ${seq}`;
    const edit = (kind: string, sql: string, regrown = false): Edit => ({ kind, place: name, sql, stream, regrown, thorough: true });
    const set = (change: string) => `update mulu.log_event set ${change} where ${here}`;
    const other = `(select to_jsonb(id) from mulu.account order by username limit 1)`;
    const relinked = `; select relink('${stream}')`;
    const reworded = `select reword(${at}, '{actor}', ${other})`;
    const later = set(`at = at + interval '1 hour'`);
    return [
      ...[0, 17, 60].map((byte) => edit('a byte of a body', set(`body = flip(body, ${byte})`))),
      ...[4, 50, 120].map((byte) => edit('a byte of a header', set(`header = flip(header, ${byte})`))),
      edit('a byte of a hash', set('hash = flip(hash, 5)')),
      edit('a byte of a predecessor', set('prev = flip(prev, 5)')),
      edit('a body, hashed anew', `${reworded}; select rehash(${at})`),
      edit('a body, the chain linked anew', `${reworded}${relinked}`),
      edit('a body, chain and tree made anew and signed', `${reworded}${relinked}`, true),
      edit('an event deleted', `delete from mulu.log_event where ${here}`),
      edit('an event deleted, the chain linked anew', `delete from mulu.log_event where ${here}${relinked}`),
      edit('an event deleted, chain and tree made anew and signed', `delete from mulu.log_event where ${here}${relinked}`, true),
      edit('the clock column', later),
      edit('the clock, the chain linked anew', `${later}${relinked}`),
      edit('the clock, chain and tree made anew and signed', `${later}${relinked}`, true),
      edit('the actor column', set('actor_id = (select id from mulu.account order by username desc limit 1)')),
      edit('the column of whom it was for', set('on_behalf_of = (select id from mulu.account order by username limit 1)')),
      edit('the column of the event', set(`type = 'session.closed'`)),
      edit('the column of the state', set(`to_state = 'published', from_state = 'draft'`)),
      edit('the column of the item', set('item_id = gen_random_uuid()')),
      edit('the column of the text', set(`content_hash = sha256('another')`)),
      edit('the column of the reason', set(`reason_hash = sha256('another')`)),
      edit('the column of the revision', set('revision_id = gen_random_uuid()')),
      edit('the column of the lifecycle', set(`machine_id = 'itemReview', machine_version = '9'`)),
    ];
  });
}

/** Whole stretches of a log. */
export function stretchEdits(world: LivedIn): Edit[] {
  const streams = { first: world.first, second: world.second, reviewed: world.reviewed, matter: world.matters.at(-3)!, system: SYSTEM };
  return Object.entries(streams).flatMap(([place, stream]) => {
    const edit = (kind: string, sql: string, regrown = false): Edit => ({ kind, place, sql, stream, regrown, thorough: true });
    const last = `(select max(seq) from mulu.log_event where stream = '${stream}')`;
    const swap = `update mulu.log_event e set body = o.body from mulu.log_event o where e.stream = '${stream}' and o.stream = e.stream
      and (e.seq, o.seq) in ((${last} - 1, ${last}), (${last}, ${last} - 1))`;
    const cut = (left: number) => `delete from mulu.log_event where stream = '${stream}' and seq > ${last} - ${left}`;
    const relinked = `select relink('${stream}')`;
    const inserted = `update mulu.log_event set seq = seq + 1000 where stream = '${stream}' and seq > 1;
      insert into mulu.log_event select stream, 2, prev, at, header, convert_to(replace(convert_from(body, 'UTF8'), '"v":1', '"v":2'), 'UTF8'), hash, type
        from mulu.log_event where stream = '${stream}' and seq = 1; ${relinked}`;
    const gone = `delete from mulu.log_event where stream = '${stream}'`;
    return [
      edit('two events swapped', swap),
      edit('two events swapped, the chain linked anew', `${swap}; ${relinked}`),
      edit('two events swapped, chain and tree made anew and signed', `${swap}; ${relinked}`, true),
      edit('an event put in, the chain linked anew', inserted),
      edit('an event put in, chain and tree made anew and signed', inserted, true),
      edit('the last event cut off', cut(1)),
      edit('the last event cut off, the tree made anew and signed', cut(1), true),
      edit('a whole log cut off', gone),
      edit('a whole log cut off, the tree made anew and signed', gone, true),
      edit(
        'the end cut off, and the leaves with it',
        `${cut(1)}; delete from mulu.log_leaf l where not exists (select from mulu.log_event e where e.stream = l.stream and e.seq = l.seq)`,
      ),
    ];
  });
}

/** A catalogue's version, or a matter, of which nothing is left: rows and log. */
export function vanishings(world: LivedIn): Edit[] {
  const { first, takenDown, scheduled } = world;
  const tables = ['publication_item', 'publication', 'bar', 'participation', 'decision', 'hint_dismissal', 'version_item', 'revision'];
  const version = (id: string) =>
    [...tables.map((table) => `delete from mulu.${table} where version_id = '${id}'`), `delete from mulu.log_event where stream = '${id}'`]
      .concat(`delete from mulu.catalogue_version where id = '${id}'`)
      .join('; ');
  const matter = world.matters.at(-3)!;
  const vanished = [
    ...Object.entries({ first, takenDown, scheduled }).map(([place, id]) => ({ place, sql: version(id) })),
    { place: 'matter', sql: `delete from mulu.matter where id = '${matter}'; delete from mulu.log_event where stream = '${matter}'` },
  ];
  return vanished.flatMap(({ place, sql }) =>
    [false, true].map((regrown) => ({
      kind: `nothing left${regrown ? ', the tree made anew and signed' : ''}`,
      place,
      sql,
      stream: null,
      regrown,
    })),
  );
}
