-- Files are found by pieces of their name, as projects are: folded, and every pair of neighbours in it.
alter table documents_document add column folded text not null default '';

alter table documents_document add column pairs text[] not null default '{}';

-- What was brought before: letters and digits, folded as the application folds them.
update documents_document as document
set folded = words.folded
from (
  select id, coalesce((
    select string_agg(word[1], ' ' order by place)
    from regexp_matches(lower(normalize(name, NFKC)), '[[:alnum:]]+', 'g') with ordinality as found (word, place)
  ), '') as folded
  from documents_document
) as words
where words.id = document.id;

update documents_document as document
set pairs = coalesce((
  select array_agg(distinct substr(word, place, 2))
  from regexp_split_to_table(document.folded, ' ') as word, generate_series(1, char_length(word) - 1) as place
), '{}');

create index documents_document_found on documents_document using gin (pairs);
