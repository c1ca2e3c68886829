select setval(pg_get_serial_sequence('mulu.decision', 'id'), (select coalesce(max(id), 1) from mulu.decision));
