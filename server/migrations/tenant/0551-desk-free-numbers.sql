-- Numbers made ahead of the calls that get them. A call takes the lowest that nobody holds, so that calls beside each
-- other wait for nobody's commit; one that is undone gives its number back, and the next call gets it.
create table desk_free_number (
  year integer not null,
  number integer not null,
  constraint desk_free_number_key primary key (year, number)
);
