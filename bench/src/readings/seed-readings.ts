import { randomUUID } from 'node:crypto'
import { loadExamples } from '@shiji/packs/load-packs'
import type { Pool } from 'pg'

/** Declarations and rows of the board: 151 as the four longest real forms together. */
export const ROWS = 151
const DECLARATIONS = 4
/** Of the office that is sealed: 43 rows over them are 20 000 records. */
export const SMALL = 465

export type Seeded = { readonly unitId: string; readonly smallId: string; readonly personId: string }

/** A centre with so many tickets over five years, four approved declarations of the year, and one small office to seal. */
export async function seedReadings(pool: Pool, schema: string, tickets: number): Promise<Seeded> {
  const client = await pool.connect()
  const [unitId, smallId, personId] = [randomUUID(), randomUUID(), randomUUID()]
  try {
    await client.query(`begin; set local search_path to ${schema}; set local session_replication_role = 'replica'`)
    for (const id of [unitId, smallId]) {
      await client.query(
        `insert into directory_unit (id, parent_id, name, kind, ancestors)
         values ($1::uuid, $2::uuid, '单位' || left($1::uuid::text, 4), $3, case when $2::uuid is null then array[$1::uuid] else array[$2::uuid, $1::uuid] end)`,
        [id, id === unitId ? null : unitId, id === unitId ? 'district' : 'office'],
      )
    }
    await client.query(
      `insert into directory_person (id, unit_id, name, login, state) values ($1, $2, '林测', 'bench', 'active')`,
      [personId, unitId],
    )
    await seedTickets(client, unitId, tickets)
    await seedSmall(client, smallId)
    for (let at = 0; at < DECLARATIONS; at += 1) await seedDeclaration(client, { unitId, personId, at })
    await client.query('commit')
    await client.query(`vacuum analyze ${schema}.desk_ticket_fact`)
    return { unitId, smallId, personId }
  } finally {
    client.release()
  }
}

export type Client = { readonly query: (text: string, values?: unknown[]) => Promise<unknown> }

/** What measures read of tickets; a fifth of them are of the year of the board. */
async function seedTickets(client: Client, unitId: string, tickets: number): Promise<void> {
  await client.query(
    `insert into desk_ticket_fact (ticket_id, version, known_from, unit_id, team_id, title, kind, severity, service, layer,
       is_confirmed, state, reported_at, logged_at, is_late, is_edited, has_arrived,
       response_state, response_verdict, response_seconds, recovery_state, recovery_verdict, recovery_seconds)
     select uuidv7(), 1, at, $1, $1, '断网 ' || n, case when n % 5 < 4 then 'incident' else 'request' end,
       (array['minor', 'normal', 'normal', 'urgent'])[1 + n % 4], (array['network', 'meeting', 'printing'])[1 + n % 3],
       (array['access', 'aggregation', 'boundary', 'security-core', 'machine-room'])[1 + n % 5],
       true, 'closed', at, at, n % 50 = 0, false, true,
       'stopped', case when n % 40 = 0 then 'missed' else 'met' end, 60 + n % 700,
       'stopped', case when n % 60 = 0 then 'missed' else 'met' end, 600 + n % 20000
     from (select n, timestamptz '2022-01-01T00:00:00+08' + n * interval '5 years' / $2::float8 as at
             from generate_series(1, $2::int) n) made`,
    [unitId, tickets],
  )
}

/** Tickets of a small office, whole, as a seal freezes them. */
export async function seedSmall(client: Client, unitId: string): Promise<void> {
  await client.query(
    `insert into desk_ticket (id, number, kind, channel, unit_id, team_id, caller_name, contact, place, what, service, scope,
       is_peak, severity, rules, rules_version, time_zone, state, reported_at, is_late, late_reason, logged_at, last_event, folded, pairs)
     select uuidv7(), 'B' || n, 'incident', 'hotline', $1, $1, '王' || n, '分机 ' || n, '三楼', '断网 ' || n, 'network', 'building',
       false, 'normal', 'usual', 1, 'Asia/Shanghai', 'closed', timestamptz '2026-01-02' + n * interval '12 hours', false, '',
       timestamptz '2026-01-02' + n * interval '12 hours', 1, '', '{}' from generate_series(1, ${SMALL}) n`,
    [unitId],
  )
  await client.query(
    `insert into desk_ticket_fact (ticket_id, version, known_from, unit_id, team_id, title, kind, severity, service,
       is_confirmed, state, reported_at, logged_at, is_late, is_edited, has_arrived,
       response_state, response_verdict, response_seconds, recovery_state, recovery_verdict, recovery_seconds)
     select id, 1, logged_at, unit_id, team_id, what, kind, severity, service, true, state, reported_at, logged_at, false, false,
       true, 'stopped', 'met', 120, 'stopped', 'met', 3600 from desk_ticket where unit_id = $1`,
    [unitId],
  )
}

type Declared = { readonly unitId: string; readonly personId: string; readonly at: number }

async function seedDeclaration(client: Client, { unitId, personId, at }: Declared): Promise<void> {
  const [projectId, formId] = [randomUUID(), randomUUID()]
  const rows = Math.floor(ROWS / DECLARATIONS) + (at < ROWS % DECLARATIONS ? 1 : 0)
  const names = Array.from({ length: rows }, (_, row) => `第${at + 1}单${row + 1}号指标`)
  const project = `运维项目${at + 1}`
  const [example] = loadExamples().filter(({ template }) => template === TEMPLATE)
  const [first] = example?.indicators ?? []
  const indicators = names.map((level3) => ({ ...first, level3, target: '≥95%' }))
  const content = JSON.stringify({ ...example, year: YEAR, project, indicators })
  const ask = (text: string, values: unknown[]) => client.query(text, values)
  await ask(`insert into performance_project values ($1, $2, $3, now(), '', '{}')`, [projectId, unitId, project])
  await ask(
    `insert into performance_form values ($1, $2, 'declaration', ${YEAR}, '${TEMPLATE}', '2021', 1, $3, $4, null, now(), $5)`,
    [formId, projectId, content, rows, personId],
  )
  await ask(`insert into performance_form_version values ($1, 1, '[]', 0, $2, now(), $3)`, [formId, content, personId])
  await ask(`insert into performance_approval values ($1, 1, 1, repeat('a', 64), now(), $2)`, [formId, personId])
  for (const [row, name] of names.entries()) {
    const indicator = [first?.level1, first?.level2, name].join('-')
    const measure = MEASURES[row % MEASURES.length] ?? ''
    const ofProject = at === 0 && row < MEASURES.length ? null : randomUUID()
    await bind(client, { subjectId: formId, indicator, unitId, personId, measure, ofProject })
  }
}

const YEAR = 2026
const TEMPLATE = 'CN-JX-NANCHANG-DONGHU-DECLARATION'

export const MEASURES = [
  'desk.response-time',
  'desk.response-in-time-rate',
  'desk.response-rate',
  'desk.recovery-time',
  'desk.fault-solved-rate',
  'desk.major-incident-rate',
  'desk.ticket-volume',
  'desk.urgent-in-time-rate',
] as const

type Bound = {
  readonly subjectId: string
  readonly indicator: string
  readonly unitId: string
  readonly personId: string
  readonly measure: string
  readonly ofProject: string | null
}

/** Each row has a series of its own, told apart by its project, so that none is read for another; the first of each measure counts all. */
async function bind(
  client: Client,
  { subjectId, indicator, unitId, personId, measure, ofProject }: Bound,
): Promise<void> {
  const seriesId = randomUUID()
  await client.query(`insert into evidence_series values ($1, $2, '{}', $3, $4)`, [
    seriesId,
    measure,
    unitId,
    ofProject,
  ])
  await client.query(`insert into evidence_binding values ($1, $2, $3, 1, $4, '测试', now(), $5)`, [
    randomUUID(),
    subjectId,
    indicator,
    seriesId,
    personId,
  ])
}
