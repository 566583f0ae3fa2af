import type { FlowDefinition, FlowNode } from '@shiji/kernel/flow/flow-definition'
import type { Pool, PoolClient } from 'pg'

export const OPEN_CASES = 20_000
export const PAST_TASKS = 1_000_000
export const SIGNERS = 5
const REVIEWERS = 50
const GROUPS = REVIEWERS / SIGNERS
/** Each ended case was signed this often. */
const SIGNED = 5

export type Reviewer = {
  readonly personId: string
  readonly unitId: string
  readonly group: number
  readonly seat: number
}

/** Open cases that wait for five signers each, and the work of years behind them. */
export async function seedCases(pool: Pool, schema: string): Promise<readonly Reviewer[]> {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local search_path to ${schema}`)
    const reviewers = await seedPeople(client)
    for (let group = 0; group < GROUPS; group += 1) {
      const people = reviewers.filter((one) => one.group === group).map(({ personId }) => personId)
      const definition = JSON.stringify(chainOf(group, people))
      await client.query('insert into flow_definition values ($1, 1, $2)', [keyOf(group), definition])
    }
    await seedOpenCases(client)
    await seedPast(client)
    await seedHistory(client)
    await client.query('commit')
    await client.query('vacuum analyze')
    return reviewers
  } finally {
    client.release()
  }
}

async function seedPeople(client: PoolClient): Promise<Reviewer[]> {
  await client.query(`
    with root as (
      insert into directory_unit (id, parent_id, name, kind, ancestors)
      select id, null, '澄湖区', 'district', array[id] from (select uuidv7() as id) made returning id
    )
    insert into directory_person (id, unit_id, name, login, state)
    select uuidv7(), root.id, '审核人' || n, 'bench' || n, 'active' from root, generate_series(0, ${REVIEWERS}) n`)
  const { rows } = await client.query(
    `select id, unit_id, substr(login, 6)::int as n from directory_person where login like 'bench%' order by 3`,
  )
  return rows
    .filter(({ n }) => n < REVIEWERS)
    .map(({ id, unit_id: unitId, n }) => ({
      personId: id,
      unitId,
      group: Math.floor(n / SIGNERS),
      seat: n % SIGNERS,
    }))
}

function keyOf(group: number): string {
  return `bench-${group}`
}

const DESKS = ['department', 'business', 'performance', 'budget'] as const

/** Four desks after one another, each signed by whoever of five comes first. */
function chainOf(group: number, people: string[]): FlowDefinition {
  const name = { zh: '审核', en: 'review' }
  const desks = DESKS.map((id, at): FlowNode => {
    const rules = {
      returns: { kind: 'walked' },
      mayReject: false,
      selfApproval: 'ask',
      repeatedApprover: 'ask',
    } as const
    const asked = { people: { kind: 'named', people }, mode: { kind: 'any' }, fallback: null, deadline: null } as const
    return { kind: 'approve', id, name, next: DESKS[at + 1] ?? 'end', ...asked, ...rules }
  })
  const nodes: FlowNode[] = [
    { kind: 'start', id: 'start', name, next: DESKS[0] },
    ...desks,
    { kind: 'end', id: 'end', name },
  ]
  return { key: keyOf(group), version: 1, name, fields: [], urgeEveryHours: 4, nodes }
}

const CASE = `insert into flow_case (id, subject_kind, subject_id, subject_name, unit_id, definition, definition_version,
  starter, fields, state, version, last_token, last_task, walked, choices, urged_at, urges, started_at, ended_at)`
const STARTER = `(select id from directory_person where login = 'bench${REVIEWERS}')`
const ROOT = '(select id from directory_unit where parent_id is null)'

async function seedOpenCases(client: PoolClient): Promise<void> {
  await client.query(`create temp table made on commit drop as
    select uuidv7() as id, n, n % ${GROUPS} as grp from generate_series(1, ${OPEN_CASES}) n`)
  await client.query(`${CASE}
    select id, 'bench', uuidv7(), '项目' || n, ${ROOT}, 'bench-' || grp, 1, ${STARTER}, '{}', 'running', 1, 1, ${SIGNERS + 1},
      array['start>department'], '{}', null, 0, now() - n * interval '1 minute', null from made`)
  await client.query(`insert into flow_token (case_id, number, node, round, waiting_branch, resume, cause)
    select id, 1, 'department', 1, null, '{}', null from made`)
  await client.query(`${TASK}
    select made.id, row_number() over (partition by made.id order by person.login), 'approve', 'open', 1, 'department', 1,
      person.id, 1, null, 'all', null, 1, null, null, false, null, null, null
    from made join directory_person person on person.login in (${SEATS})`)
}

const SEATS = Array.from({ length: SIGNERS }, (_, seat) => `'bench' || (made.grp * ${SIGNERS} + ${seat})`).join(', ')
const TASK = `insert into flow_task (case_id, number, kind, state, token, node, round, assignee, turn, parent, together,
  added_by, version, opened_at, due_at, expired, decided_by, decided_at, closed_by)`

/** Every case has a history: the database plans for a log of years, not for an empty one. */
async function seedHistory(client: PoolClient): Promise<void> {
  await client.query(`
    insert into flow_log (case_id, number, code, actor, on_behalf_of, at, node, target, people, opinion)
    select id, 1, 'started', starter, null, started_at, null, null, '{}', '' from flow_case`)
}

async function seedPast(client: PoolClient): Promise<void> {
  await client.query(`create temp table past on commit drop as
    select uuidv7() as id, n, n % ${GROUPS} as grp from generate_series(1, ${PAST_TASKS / SIGNED}) n`)
  await client.query(`${CASE}
    select id, 'bench', uuidv7(), '旧项目' || n, ${ROOT}, 'bench-' || grp, 1, ${STARTER}, '{}', 'approved', 5, 1, ${SIGNED},
      array['start>department'], '{}', null, 0, now() - interval '1 year' - n * interval '1 minute', now() from past`)
  await client.query(`${TASK}
    select past.id, k, 'approve', 'agreed', 1, 'department', 1, person.id, 1, null, 'all', null, 2, now(), null, false,
      person.id, now() - interval '1 year' - (past.n * ${SIGNED} + k) * interval '10 seconds', null
    from past cross join generate_series(1, ${SIGNED}) k
      join directory_person person on person.login = 'bench' || ((past.n + k) % ${REVIEWERS})`)
}
