import { foldForSearch, searchPairs } from '@shiji/kernel/search/search-text'
import type { Pool, PoolClient } from 'pg'

export const UNITS = 1_000
/** Who asks at once. */
export const CALLERS = 16
const BATCH = 10_000

export type Seeded = {
  readonly rootId: string
  readonly schools: readonly string[]
  readonly people: readonly string[]
}

/** A district of a thousand schools served by its root, people who work at its desk, and so many tickets of three years. */
export async function seedDesk(pool: Pool, schema: string, tickets: number): Promise<Seeded> {
  const client = await pool.connect()
  try {
    await client.query(`set search_path to ${schema}`)
    const rootId = await seedUnits(client)
    const people = await seedPeople(client, rootId)
    const { rows } = await client.query(`select pg_get_indexdef('desk_ticket_pairs'::regclass) as made`)
    await client.query('drop index desk_ticket_pairs')
    for (let first = 0; first < tickets; first += BATCH) {
      await seedTickets(client, { first, count: Math.min(BATCH, tickets - first), all: tickets, rootId })
    }
    await client.query(`set maintenance_work_mem to '256MB'; ${rows[0].made}`)
    await seedRest(client, tickets)
    await client.query('vacuum analyze')
    const schools = await client.query(`select id from directory_unit where kind = 'school' order by id`)
    return { rootId, schools: schools.rows.map(({ id }) => id), people }
  } finally {
    client.release(true)
  }
}

async function seedUnits(client: PoolClient): Promise<string> {
  await client.query(`
    insert into directory_unit (id, parent_id, name, kind, ancestors)
    select unit.id, root.id, '澄湖区第' || n || '学校', 'school', array[root.id, unit.id]
    from generate_series(1, ${UNITS}) n, lateral (select uuidv7() as id where n > 0) unit,
      (select id from directory_unit where parent_id is null) root`)
  const { rows } = await client.query('select id from directory_unit where parent_id is null')
  return rows[0].id
}

async function seedPeople(client: PoolClient, rootId: string): Promise<string[]> {
  const { rows } = await client.query(
    `insert into directory_person (id, unit_id, name, login, state)
     select uuidv7(), $1, '值班' || n, 'bench' || n, 'active' from generate_series(1, ${CALLERS}) n returning id`,
    [rootId],
  )
  const people = rows.map(({ id }) => id)
  await client.query(
    `insert into directory_role (person_id, role, granted_at)
     select person, role, now() from unnest($1::uuid[]) person, unnest(array['duty-operator', 'engineer']) role`,
    [people],
  )
  return people
}

type Batch = { readonly first: number; readonly count: number; readonly all: number; readonly rootId: string }

/** The oldest first; of a hundred one is still open. */
async function seedTickets(client: PoolClient, { first, count, all, rootId }: Batch): Promise<void> {
  const made = Array.from({ length: count }, (_, index) => {
    const n = first + index
    const what = sentenceOf(n)
    const text = `S${n} ${what}`
    return { n, what, folded: foldForSearch(text), pairs: searchPairs(text) }
  })
  await client.query(
    `insert into desk_ticket (id, number, kind, channel, unit_id, team_id, caller_name, contact, place, what, service, scope,
       is_peak, severity, rules, rules_version, time_zone, state, reported_at, is_late, late_reason, logged_at, last_event, folded, pairs)
     select uuidv7(), 'S' || n, 'incident', 'hotline', unit.id, $2, '王' || n, '', '', what,
       (array['network', 'printing', 'computer', 'meeting'])[1 + n % 4], 'one', false,
       (array['minor', 'normal', 'normal', 'urgent'])[1 + n % 4], 'usual', 1, 'Asia/Shanghai',
       case when n % 100 = 0 then 'waiting' else 'closed' end, at, false, '', at, 1, folded, pairs
     from jsonb_to_recordset($1) as made(n int, what text, folded text, pairs text[])
     cross join lateral (select timestamptz '2023-01-01T00:00:00+08' + n * (interval '3 years' / $3::float8) as at) moment
     join (select id, row_number() over (order by id) - 1 as place from directory_unit where kind = 'school') unit
       on unit.place = n % ${UNITS}`,
    [JSON.stringify(made), rootId, all],
  )
}

/** What lists and measures read of them besides. */
async function seedRest(client: PoolClient, tickets: number): Promise<void> {
  await client.query(
    `insert into desk_clock (ticket_id, kind, state, verdict, limit_seconds, elapsed_seconds, rule, rule_version,
       calendar_version, as_of, through_event, reading)
     select id, clock.kind, 'stopped', 'kept', 600, 300, '{}', 1, 1, reported_at, 1, '{}'
     from desk_ticket, unnest(array['response', 'recovery', 'resolution']) clock(kind)`,
  )
  await client.query(
    `insert into desk_ticket_fact (ticket_id, version, known_from, unit_id, team_id, title, kind, severity, service,
       is_confirmed, state, reported_at, logged_at, is_late, is_edited, has_arrived, response_state, response_verdict, response_seconds)
     select id, 1, logged_at, unit_id, team_id, what, kind, severity, service, true, state, reported_at, logged_at, false, false,
       false, 'stopped', 'kept', 300 from desk_ticket`,
  )
  await client.query('insert into desk_counter (year, last) values (2022, $1)', [tickets])
}

const words = (text: string) => text.split(' ')
const PLACES = words('教学楼 综合楼 行政楼 实验楼 图书馆 体育馆 食堂 门卫室 报告厅 宿舍 档案室 财务室')
const THINGS = words(
  '网络 无线 打印机 投影 电脑 键盘 显示器 会议终端 话筒 办公平台 邮箱 账号 一体机 摄像头 门禁 空调 电源 交换机',
)
const FAULTS = words('无法使用 时断时续 没有画面 没有声音 卡纸 很慢 打不开 登录不了 掉电 有异味 报错 重启 发热 丢失')

/** What a call of this serial number is about, the same in every run. */
export function sentenceOf(n: number): string {
  const of = (list: readonly string[], step: number) => list[Math.floor(n / step) % list.length] ?? ''
  return `${of(PLACES, 7)}${(n % 6) + 1}楼${of(THINGS, 1)}${of(FAULTS, 3)}`
}

/** Two neighbours in one of those sentences. */
export function twoCharacters(n: number): string {
  const letters = [...sentenceOf(n * 7_919)]
  const at = n % (letters.length - 1)
  return letters.slice(at, at + 2).join('')
}
