import type { FlowGraph } from '@shiji/kernel/flow/flow-graph'
import type { Language, WordingParameters } from '@shiji/kernel/wording'
import { askFixed } from '#platform/database/ask-fixed'
import type { Reader } from '#platform/database/transaction'

/** Names for ids, each id once. */
export async function namesOf(reader: Reader, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const rows = await askFixed<{ id: string; name: string }>(reader, { sql: NAMES, parameters: [wanted] })
  return new Map(rows.map(({ id, name }) => [id, name]))
}

const NAMES = 'select id, name from directory_person where id = any ($1::uuid[])'

/** The nodes a sentence speaks of, by the names the flow gives them. */
export function nameNodes(graph: FlowGraph, parameters: WordingParameters, language: Language): WordingParameters {
  const nameOf = (id: string) => graph.nodes.get(id)?.name[language] ?? id
  const named = Object.entries(parameters).map(([key, value]) => {
    return [key, NODE_KEYS.includes(key) ? String(value).split(' ').map(nameOf).join('、') : value] as const
  })
  return Object.fromEntries(named)
}

export async function namePeople(reader: Reader, parameters: WordingParameters): Promise<WordingParameters> {
  const ids = PERSON_KEYS.flatMap((key) => (parameters[key] === undefined ? [] : [String(parameters[key])]))
  const names = await namesOf(reader, ids)
  const named = Object.entries(parameters).map(([key, value]) => {
    return [key, PERSON_KEYS.includes(key) ? (names.get(String(value)) ?? value) : value] as const
  })
  return Object.fromEntries(named)
}

const NODE_KEYS = ['node', 'nodes', 'target']
const PERSON_KEYS = ['person', 'by']
