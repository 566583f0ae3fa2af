-- The day on which whoever must answer a notice was last reminded of it.
alter table performance_rectification add column reminded_on date;

create index performance_rectification_open on performance_rectification (due_on) where state = 'open';
