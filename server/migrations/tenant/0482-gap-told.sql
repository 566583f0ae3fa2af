-- The shift short of people that the leaders of the unit were told of last, so that each is told once.
alter table upkeep_plan add column gap_told uuid constraint upkeep_plan_gap_told references upkeep_occurrence;
