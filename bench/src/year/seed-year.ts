import { randomUUID } from 'node:crypto'
import type { Pool } from 'pg'
import { type Client, seedSmall } from '../readings/seed-readings.ts'

export const YEAR = 2026

export type Size = {
  readonly projects: number
  readonly rows: number
  /** Tickets of the year, spread evenly over the units of the projects. */
  readonly records: number
}

export type District = {
  readonly unitId: string
  readonly personId: string
  readonly smallId: string
  /** The unit of each project, and the series of its rows. */
  readonly projects: readonly Project[]
}

type Project = { readonly id: string; readonly unitId: string; readonly series: readonly string[] }

/** A district whose projects each lie with a unit of their own, every row bound to a measure of its own. */
export async function seedYear(
  pool: Pool,
  schema: string,
  { size, measures }: { readonly size: Size; readonly measures: readonly string[] },
): Promise<District> {
  const client = await pool.connect()
  const [unitId, smallId, personId] = [randomUUID(), randomUUID(), randomUUID()]
  try {
    await client.query(`begin; set local search_path to ${schema}; set local session_replication_role = 'replica'`)
    await seedUnit(client, { id: unitId, parentId: null })
    await seedUnit(client, { id: smallId, parentId: unitId })
    await client.query(
      `insert into directory_person (id, unit_id, name, login, state) values ($1, $2, '林测', 'bench', 'active')`,
      [personId, unitId],
    )
    await seedSmall(client, smallId)
    const projects = []
    for (let at = 0; at < size.projects; at += 1) {
      projects.push(await seedProject(client, { parentId: unitId, measures: measures.slice(0, size.rows) }))
    }
    await seedTickets(client, { projects, records: size.records })
    await client.query('commit')
    await client.query(`vacuum analyze ${schema}.desk_ticket_fact`)
    return { unitId, personId, smallId, projects }
  } finally {
    client.release()
  }
}

async function seedUnit(client: Client, { id, parentId }: { id: string; parentId: string | null }): Promise<void> {
  await client.query(
    `insert into directory_unit (id, parent_id, name, kind, ancestors)
     values ($1::uuid, $2::uuid, '单位' || left($1::uuid::text, 4), $3,
       case when $2::uuid is null then array[$1::uuid] else array[$2::uuid, $1::uuid] end)`,
    [id, parentId, parentId === null ? 'district' : 'office'],
  )
}

type Declared = { readonly parentId: string; readonly measures: readonly string[] }

async function seedProject(client: Client, { parentId, measures }: Declared): Promise<Project> {
  const [unitId, id] = [randomUUID(), randomUUID()]
  await seedUnit(client, { id: unitId, parentId })
  const series = []
  for (const measure of measures) {
    const seriesId = randomUUID()
    await client.query(`insert into evidence_series values ($1, $2, '{}', $3, $4)`, [seriesId, measure, unitId, id])
    series.push(seriesId)
  }
  return { id, unitId, series }
}

type Tickets = { readonly projects: readonly Project[]; readonly records: number }

const idsOf = (projects: readonly Project[]) => [projects.map(({ unitId }) => unitId), projects.map(({ id }) => id)]

/** What measures read of tickets, shared evenly among the projects. */
async function seedTickets(client: Client, { projects, records }: Tickets): Promise<void> {
  if (records === 0) return
  await client.query(
    `insert into desk_ticket_fact (ticket_id, version, known_from, unit_id, team_id, project_id, title, kind, severity, service, layer,
       is_confirmed, state, reported_at, logged_at, is_late, is_edited, has_arrived,
       response_state, response_verdict, response_seconds, recovery_state, recovery_verdict, recovery_seconds,
       resolution_state, resolution_verdict, resolution_seconds)
     select uuidv7(), 1, at, unit_id, unit_id, project_id, '断网 ' || n, case when n % 5 < 4 then 'incident' else 'request' end,
       (array['minor', 'normal', 'normal', 'urgent'])[1 + n % 4], (array['network', 'meeting', 'printing'])[1 + n % 3],
       (array['access', 'aggregation', 'boundary', 'security-core', 'machine-room'])[1 + n % 5],
       true, 'closed', at, at, n % 50 = 0, false, true,
       'stopped', case when n % 40 = 0 then 'broken' else 'kept' end, 60 + n % 700,
       'stopped', case when n % 60 = 0 then 'broken' else 'kept' end, 600 + n % 20000,
       'stopped', case when n % 70 = 0 then 'broken' else 'kept' end, 900 + n % 40000
     from (select n / ${projects.length} as n, ($1::uuid[])[1 + n % ${projects.length}] as unit_id,
             ($2::uuid[])[1 + n % ${projects.length}] as project_id,
             timestamptz '${YEAR}-01-01T00:00:00+08' + n * interval '364 days' / ${records} as at
           from generate_series(1, ${records}) n) made`,
    idsOf(projects),
  )
}

/** One more day: as many tickets for every unit as an ordinary day has, all on the last of the year. */
export async function seedOneDay(pool: Pool, schema: string, { projects, records }: Tickets): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local search_path to ${schema}; set local session_replication_role = 'replica'`)
    await client.query(
      `insert into desk_ticket_fact (ticket_id, version, known_from, unit_id, team_id, project_id, title, kind, severity, service,
         is_confirmed, state, reported_at, logged_at, is_late, is_edited, has_arrived,
         response_state, response_verdict, response_seconds, recovery_state, recovery_verdict, recovery_seconds,
       resolution_state, resolution_verdict, resolution_seconds)
       select uuidv7(), 1, at, unit_id, unit_id, project_id, '断网', 'incident', 'normal', 'network', true, 'closed', at, at,
         false, false, true, 'stopped', 'kept', 120, 'stopped', 'kept', 3600,
         'stopped', 'kept', 3600
       from (select ($1::uuid[])[1 + n % ${projects.length}] as unit_id,
             ($2::uuid[])[1 + n % ${projects.length}] as project_id,
               timestamptz '${YEAR}-12-31T08:00:00+08' + n * interval '10 hours' / ${records} as at
             from generate_series(1, ${records}) n) made`,
      idsOf(projects),
    )
    await client.query('commit')
  } finally {
    client.release()
  }
}
