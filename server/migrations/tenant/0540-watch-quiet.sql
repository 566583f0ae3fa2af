-- How long after it was told last an alarm counts as over; none where only a word ends it.
alter table watch_signal add column quiet_minutes integer;

update watch_signal set quiet_minutes = 15 from watch_source where watch_source.id = source_id and kind = 'syslog';
