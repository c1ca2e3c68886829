-- How a version stood after any event of its log. The log is read, nothing is kept beside it: the last event of each item is found by the index on
-- (item_id, stream, seq), whatever the length of the log, and the order of the rows from the events that placed them, which are few.
create index log_event_placing on log_event (stream, seq) where item_id is not null and from_state is null and type <> 'hint.dismissed';
