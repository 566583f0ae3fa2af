import { checkDefinition } from '@shiji/kernel/flow/check-definition'
import { DEFINITION_WORDING } from '@shiji/kernel/flow/definition-wording'
import type { FlowDefinition, FlowNode, PeopleRule } from '@shiji/kernel/flow/flow-definition'
import { type Language, say } from '@shiji/kernel/wording'
import { sql } from 'kysely'
import type { Reader } from '#platform/database/transaction'

const NODE_PARAMETERS = ['node', 'target', 'split']

const STRANGERS = {
  'person-unknown': {
    zh: '节点“{node}”指定的人有的已停用或不存在，请重新选择。',
    en: 'Somebody named at "{node}" has left or is unknown: choose again.',
  },
  'unit-unknown': {
    zh: '节点“{node}”指定的单位已停用或不存在，请重新选择。',
    en: 'The unit named at "{node}" is closed or unknown: choose again.',
  },
} as const

type Problem = { readonly code: string; readonly node: string | null; readonly message: string }

/** What keeps a flow from being published: a case would get stuck in it, or it names people or units nobody knows. */
export async function findProblems(reader: Reader, definition: FlowDefinition, language: Language): Promise<Problem[]> {
  return [...sayProblems(definition, language), ...(await strangersIn(reader, definition, language))]
}

/** In sentences that name the nodes as the office does. */
function sayProblems(definition: FlowDefinition, language: Language): Problem[] {
  const names = new Map(definition.nodes.map(({ id, name }) => [id, name[language]]))
  return checkDefinition(definition).map(({ code, node, parameters }) => {
    const named = Object.entries(parameters).map(([key, value]) => {
      return [key, NODE_PARAMETERS.includes(key) ? (names.get(String(value)) ?? value) : value] as const
    })
    return { code, node, message: say(DEFINITION_WORDING[code], language, Object.fromEntries(named)) }
  })
}

async function strangersIn(reader: Reader, { nodes }: FlowDefinition, language: Language): Promise<Problem[]> {
  const people = await known(reader, 'directoryPerson', nodes.flatMap(rulesOf).flatMap(peopleOf))
  const units = await known(reader, 'directoryUnit', nodes.flatMap(rulesOf).flatMap(unitsOf))
  return nodes.flatMap((node) => {
    const found = (code: keyof typeof STRANGERS) => {
      return { code, node: node.id, message: say(STRANGERS[code], language, { node: node.name[language] }) }
    }
    const rules = rulesOf(node)
    const isStranger = rules.flatMap(peopleOf).some((id) => !people.has(id))
    const isNowhere = rules.flatMap(unitsOf).some((id) => !units.has(id))
    return [...(isStranger ? [found('person-unknown')] : []), ...(isNowhere ? [found('unit-unknown')] : [])]
  })
}

/** Compared as text: a definition may hold anything where an id should stand. */
async function known(
  reader: Reader,
  table: 'directoryPerson' | 'directoryUnit',
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await reader
    .selectFrom(table)
    .select('id')
    .where('state', '=', table === 'directoryPerson' ? 'active' : 'open')
    .where(sql<string>`id::text`, 'in', [...ids])
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/** Every rule of a node that looks for people. */
export function rulesOf(node: FlowNode): PeopleRule[] {
  if (node.kind === 'copy') return [node.people]
  if (node.kind !== 'approve') return []
  return [node.people, node.fallback, node.deadline?.to ?? null].filter((rule) => rule !== null)
}

function peopleOf(rule: PeopleRule): readonly string[] {
  return rule.kind === 'named' ? rule.people : []
}

function unitsOf(rule: PeopleRule): readonly string[] {
  return rule.kind === 'role' && rule.at.kind === 'unit' ? [rule.at.unit] : []
}
