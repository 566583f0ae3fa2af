-- Days are put down by the thousand, and only for series whose year is named in evidence_rolled_year, which keeps them
-- from being removed: looking a series up once more for each of its days costs as much as summing its records.
alter table evidence_day drop constraint evidence_day_of;
