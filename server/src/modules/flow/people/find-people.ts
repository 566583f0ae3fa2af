import type { ResolvedPeople } from '@shiji/kernel/flow/flow-action'
import type { PeopleRule } from '@shiji/kernel/flow/flow-definition'
import { type FlowGraph, nodeOf } from '@shiji/kernel/flow/flow-graph'
import { askFixed } from '#platform/database/ask-fixed'
import type { Reader } from '#platform/database/transaction'

/** The people of nodes as they are now, whoever left is not among them; and how they are called. */
export type PeopleFound = {
  readonly people: Readonly<Record<string, ResolvedPeople>>
  readonly names: ReadonlyMap<string, string>
}

type RoleRule = Extract<PeopleRule, { kind: 'role' }>

type Asked = { readonly nodes: readonly string[]; readonly unitId: string }

/** Looked up in one go, however many nodes a case may move to. */
export async function findPeopleOf(reader: Reader, graph: FlowGraph, { nodes, unitId }: Asked): Promise<PeopleFound> {
  const wanted = nodes.flatMap((node) => wantedAt(graph, node))
  const named = wanted.flatMap(({ rule }) => (rule.kind === 'named' ? rule.people : []))
  const roles = wanted.flatMap(({ rule, ...of }) => (rule.kind === 'role' ? [{ ...of, ...holdersOf(rule) }] : []))
  const [here, holders] = await Promise.all([
    named.length === 0 ? [] : askFixed<Person>(reader, { sql: STILL_HERE, parameters: [named] }),
    roles.length === 0 ? [] : askFixed<Holder>(reader, { sql: HOLDERS, parameters: [JSON.stringify(roles), unitId] }),
  ])
  const names = new Map([...here, ...holders].map(({ id, name }) => [id, name]))
  const people = Object.fromEntries(nodes.map((node) => [node, { people: [], fallback: [], escalation: [] } as Lists]))
  for (const { node, part, rule } of wanted) {
    // In the order they were named, which is their turn in 依次.
    if (rule.kind === 'named') people[node]?.[part].push(...rule.people.filter((id) => names.has(id)))
  }
  for (const { node, part, id } of holders) people[node]?.[part].push(id)
  return { people, names }
}

type Part = keyof ResolvedPeople
type Lists = Record<Part, string[]>
type Person = { readonly id: string; readonly name: string }
type Holder = Person & { readonly node: string; readonly part: Part }

/** The rules of a node that ask for somebody the engine does not know by itself. */
function wantedAt(graph: FlowGraph, id: string) {
  const node = nodeOf(graph, id)
  if (node.kind !== 'approve' && node.kind !== 'copy') return []
  const { fallback = null, deadline = null } = node.kind === 'approve' ? node : {}
  const rules = { people: node.people, fallback, escalation: deadline?.to ?? null }
  return PARTS.flatMap((part) => (rules[part] === null ? [] : [{ node: id, part, rule: rules[part] }]))
}

const PARTS = ['people', 'fallback', 'escalation'] as const

function holdersOf({ role, at }: RoleRule) {
  switch (at.kind) {
    case 'starter-unit':
    case 'above-starter-unit':
      return { role, at: at.kind }
    case 'unit':
      return { role, at: at.kind, unit: at.unit }
    case 'desk':
      return { role, at: at.kind, desk: at.desk }
  }
}

const STILL_HERE = `select id, name from directory_person where id = any ($1::uuid[]) and state = 'active'`

/**
 * A desk nobody assigned is the district itself; above a unit counts the next one that has a holder of the role at all:
 * a school's bureau, or the district over an empty bureau. `offset 0` has the people of each seat looked up by the seat,
 * whatever the planner thinks of how many rules there are.
 */
const HOLDERS = `
  with wanted as (
    select wanted.*, ordinality as place, case at
      when 'starter-unit' then $2::uuid
      when 'unit' then unit
      when 'desk' then coalesce(
        (select unit_id from flow_desk where name = desk), (select id from directory_unit where parent_id is null))
      when 'above-starter-unit' then (
        select above.id from directory_unit own
          join directory_unit above on above.id = any (own.ancestors) and above.id <> own.id
        where own.id = $2::uuid and exists (
          select from directory_person holder join directory_role held on held.person_id = holder.id
          where holder.unit_id = above.id and holder.state = 'active' and held.role = wanted.role)
        order by cardinality(above.ancestors) desc limit 1)
      end as seat
    from rows from (json_to_recordset($1) as
      (node text, part text, role text, at text, unit uuid, desk text)) with ordinality wanted)
  select node, part, holder.id, holder.name
  from wanted cross join lateral (
    select person.id, person.name
    from directory_person person join directory_role held on held.person_id = person.id and held.role = wanted.role
    where person.unit_id = wanted.seat and person.state = 'active' offset 0) holder
  order by place, holder.id`
