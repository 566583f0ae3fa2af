import type { ResolvedPeople } from '@shiji/kernel/flow/flow-action'
import type { ApproveNode, PeopleRule } from '@shiji/kernel/flow/flow-definition'
import { type FlowGraph, nodeOf } from '@shiji/kernel/flow/flow-graph'
import { sql } from 'kysely'
import { PREPARED } from '#platform/database/prepared'
import type { Reader } from '#platform/database/transaction'

type RoleRule = Extract<PeopleRule, { kind: 'role' }>

/** The people of the nodes a case may move to, as they are now: whoever left is not among them. */
export async function findPeopleOf(
  reader: Reader,
  graph: FlowGraph,
  { nodes, unitId }: { nodes: readonly string[]; unitId: string },
): Promise<Record<string, ResolvedPeople>> {
  const found: Record<string, ResolvedPeople> = {}
  for (const id of nodes) {
    const node = nodeOf(graph, id)
    if (node.kind !== 'approve' && node.kind !== 'copy') continue
    const { fallback, escalation } = node.kind === 'approve' ? besides(node) : { fallback: null, escalation: null }
    const [people, inPlace, over] = await Promise.all(
      [node.people, fallback, escalation].map((rule) => (rule === null ? [] : peopleOf(reader, rule, unitId))),
    )
    found[id] = { people: people ?? [], fallback: inPlace ?? [], escalation: over ?? [] }
  }
  return found
}

function besides({ fallback, deadline }: ApproveNode) {
  return { fallback, escalation: deadline?.to ?? null }
}

/** The engine knows the starter and whoever was chosen by itself. */
async function peopleOf(reader: Reader, rule: PeopleRule, unitId: string): Promise<string[]> {
  switch (rule.kind) {
    case 'role':
      return holdersOf(reader, rule, unitId)
    case 'named':
      return stillHere(reader, rule.people)
    case 'starter':
    case 'starter-choice':
    case 'previous-choice':
      return []
  }
}

async function holdersOf(reader: Reader, { role, at }: RoleRule, unitId: string): Promise<string[]> {
  switch (at.kind) {
    case 'starter-unit':
      return holdersIn(reader, role, unitId)
    case 'unit':
      return holdersIn(reader, role, at.unit)
    case 'desk':
      return holdersIn(reader, role, await unitAtDesk(reader, at.desk))
    case 'above-starter-unit':
      return nearestAbove(reader, role, unitId)
  }
}

async function holdersIn(reader: Reader, role: string, unitId: string): Promise<string[]> {
  const rows = await reader
    .selectFrom('directoryRole')
    .innerJoin('directoryPerson', 'directoryPerson.id', 'directoryRole.personId')
    .select('directoryPerson.id')
    .where('directoryRole.role', '=', role)
    .where('directoryPerson.unitId', '=', unitId)
    .where('directoryPerson.state', '=', 'active')
    .orderBy('directoryPerson.id')
    .modifyEnd(PREPARED)
    .execute()
  return rows.map(({ id }) => id)
}

/** The unit next above that has a holder of the role at all: a school's bureau, or the district over an empty bureau. */
async function nearestAbove(reader: Reader, role: string, unitId: string): Promise<string[]> {
  const above = await reader
    .selectFrom('directoryUnit as own')
    .innerJoin('directoryUnit as above', (join) =>
      join.on(sql<boolean>`above.id = any(own.ancestors) and above.id <> own.id`),
    )
    .select('above.id')
    .where('own.id', '=', unitId)
    .orderBy(sql`cardinality(above.ancestors)`, 'desc')
    .execute()
  for (const { id } of above) {
    const holders = await holdersIn(reader, role, id)
    if (holders.length > 0) return holders
  }
  return []
}

/** A desk nobody assigned is the district itself. */
async function unitAtDesk(reader: Reader, desk: string): Promise<string> {
  const assigned = await reader.selectFrom('flowDesk').select('unitId').where('name', '=', desk).executeTakeFirst()
  if (assigned !== undefined) return assigned.unitId
  const root = await reader
    .selectFrom('directoryUnit')
    .select('id')
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow()
  return root.id
}

async function stillHere(reader: Reader, people: readonly string[]): Promise<string[]> {
  if (people.length === 0) return []
  const rows = await reader
    .selectFrom('directoryPerson')
    .select('id')
    .where('id', 'in', [...people])
    .where('state', '=', 'active')
    .modifyEnd(PREPARED)
    .execute()
  return rows.map(({ id }) => id)
}
