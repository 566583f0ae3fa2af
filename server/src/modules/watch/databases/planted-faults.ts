/** A sick database for tests: each fault by the rule that has to find it. */

export const SETTINGS = {
  ...{ shared_preload_libraries: "'pg_stat_statements'", fsync: 'off', full_page_writes: 'off', autovacuum: 'off' },
  ...{ synchronous_commit: 'off', password_encryption: 'md5', archive_mode: 'on', archive_command: "'false'" },
} as const

type Fault = { readonly rule: string; readonly plant: readonly string[] }

const bySettings = (...rules: readonly string[]): Fault[] => rules.map((rule) => ({ rule, plant: [] }))
const times = (count: number, statement: string) => Array.from({ length: count }, () => statement)

export const FAULTS: readonly Fault[] = [
  ...bySettings('fsync-off', 'torn-pages', 'autovacuum-off', 'commit-not-safe', 'passwords-weak', 'not-encrypted'),
  ...bySettings(
    'archiving-fails',
    'entry-without-password',
    'entry-weak',
    'watcher-too-mighty',
    'connections-near-limit',
  ),
  { rule: 'no-primary-key', plant: ['create table notes (id integer not null, words text)'] },
  {
    rule: 'never-analysed',
    plant: [
      'create table pupils (id integer primary key, school integer not null, words text)',
      "insert into pupils select n, n % 40, 'somebody' from generate_series(1, 100000) n",
    ],
  },
  { rule: 'index-unused', plant: ['create index pupils_words on pupils (words, id)'] },
  { rule: 'index-twice', plant: times(2, 'create index on pupils (school, words)') },
  { rule: 'index-missing', plant: times(60, 'select count(*) from pupils where length(words) = 3') },
  {
    rule: 'index-invalid',
    plant: [
      `do $$ begin create index pupils_broken on pupils (school);
        update pg_index set indisvalid = false where indexrelid = 'pupils_broken'::regclass; end $$`,
    ],
  },
  {
    rule: 'reference-slow',
    plant: [
      'create table schools (id integer primary key)',
      'insert into schools select generate_series(1, 40)',
      'create table marks (id integer primary key, school integer not null references schools, mark integer)',
      'insert into marks select n, 1 + n % 40, 90 from generate_series(1, 12000) n',
    ],
  },
  {
    rule: 'dead-rows',
    plant: [
      'create table visits (id integer primary key)',
      'insert into visits select generate_series(1, 40000)',
      'delete from visits where id % 2 = 0',
    ],
  },
  { rule: 'numbers-run-out', plant: ['create sequence numbers as smallint', "select setval('numbers', 30000)"] },
  {
    rule: 'statement-slow',
    plant: ['create extension pg_stat_statements', ...times(3, 'select pg_sleep(1.02)')],
  },
  {
    rule: 'slot-idle',
    plant: [
      "select pg_create_physical_replication_slot('left_behind', true)",
      ...times(6, 'select pg_logical_emit_message(false, $$a$$, $$b$$), pg_switch_wal()'),
    ],
  },
  {
    rule: 'superusers-many',
    plant: ['create role second_boss login superuser', 'create role third_boss login superuser'],
  },
  { rule: 'password-missing', plant: ['create role nobody_home login'] },
  { rule: 'password-weak', plant: ["create role old_ways login password 'guessed'"] },
  {
    rule: 'public-may-create',
    plant: ['grant create on schema public to public', 'create role watcher login', 'grant pg_monitor to watcher'],
  },
]

/** Statements of sessions that stay: a hundred hold a connection, one of them a lock another waits for. */
export const SESSIONS: readonly (readonly string[])[] = [
  ['begin', "select 'private words'"],
  ['begin', 'lock table marks'],
  ['set application_name = waiter', 'select count(*) from marks -- waits'],
  ...times(97, 'select 1').map((statement) => [statement]),
]
