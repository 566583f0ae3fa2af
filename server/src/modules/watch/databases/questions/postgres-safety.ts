import type { Question } from './question.ts'

const ROLES: Question = {
  area: 'security',
  sql: `
select 'superusers-many' as rule, string_agg(rolname, ', ' order by rolname) as subject, count(*) as value, '{}'::jsonb as shown
from pg_roles where rolsuper and rolcanlogin
union all
select 'watcher-too-mighty', rolname, null, '{}' from pg_roles where rolname = current_user and rolsuper
union all
select 'public-may-create', nspname, null, '{}'
from pg_namespace, aclexplode(coalesce(nspacl, acldefault('n', nspowner)))
where nspname !~ '^pg_' and nspname <> 'information_schema' and grantee = 0 and privilege_type = 'CREATE'`,
}

/** Only a superuser sees these; for others they are said to be not looked at. Nothing of a password leaves the database. */
const PASSWORDS: Question = {
  area: 'security',
  sql: `
select case when rolpassword is null then 'password-missing' else 'password-weak' end as rule, rolname::text as subject,
  null::bigint as value, '{}'::jsonb as shown
from pg_authid where rolcanlogin and (rolpassword is null or rolpassword like 'md5%') and rolname <> current_user`,
}

const ENTRIES: Question = {
  area: 'security',
  sql: `
select case auth_method when 'trust' then 'entry-without-password' else 'entry-weak' end as rule,
  concat_ws(' ', type, array_to_string(database, ','), array_to_string(user_name, ','), address) as subject, line_number as value,
  jsonb_build_object('method', auth_method) as shown
from pg_hba_file_rules where type <> 'local' and auth_method in ('trust', 'password', 'md5')`,
}

export const POSTGRES_SAFETY = [ROLES, PASSWORDS, ENTRIES]
