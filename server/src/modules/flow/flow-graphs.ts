import { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { type FlowGraph, graphOf } from '@shiji/kernel/flow/flow-graph'
import { type FlowStage, findFlowPack } from '@shiji/kernel/flow/flow-pack'
import { remember } from '@shiji/kernel/remember'
import type { Language } from '@shiji/kernel/wording'
import { loadFlowPacks } from '@shiji/packs/load-packs'
import { sql } from 'kysely'
import type { Reader, Tx } from '#platform/database/transaction'

const PACKS = loadFlowPacks()

type FlowWanted = { readonly place: string; readonly stage: FlowStage; readonly day: string }

/**
 * The flow of a place on a day, in the newest version the office published itself, else as it comes with the place;
 * null when the place reviews nothing.
 */
export async function publishedFlow(tx: Tx, wanted: FlowWanted): Promise<FlowGraph | null> {
  const pack = findFlowPack(PACKS, wanted)
  if (pack === null) return null
  const { key, version } = pack.flow
  await tx
    .insertInto('flowDefinition')
    .values({ key, version, definition: JSON.stringify(pack.flow) })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const own = await tx
    .selectFrom('flowDefinition')
    .select('version')
    .where('key', '=', key)
    .where('publishedAt', 'is not', null)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return graphAt(tx, { definition: key, definitionVersion: own?.version ?? version })
}

export async function graphAt(
  reader: Reader,
  { definition, definitionVersion }: { definition: string; definitionVersion: number },
): Promise<FlowGraph> {
  const { text } = await reader
    .selectFrom('flowDefinition')
    .select(sql<string>`definition::text`.as('text'))
    .where('key', '=', definition)
    .where('version', '=', definitionVersion)
    .executeTakeFirstOrThrow()
  return graphFrom(text)
}

const MOST_GRAPHS = 200

/** The drawing a kept text stands for; a published text never changes. */
export const graphFrom = remember(MOST_GRAPHS, (text: string) => graphOf(FlowDefinition.parse(JSON.parse(text))))

/** A flow as it comes with its place. */
export function packFlow(key: string): FlowDefinition | undefined {
  return PACKS.find(({ flow }) => flow.key === key)?.flow
}

export function packKeys(): string[] {
  return PACKS.map(({ flow }) => flow.key)
}

/** Every desk that a chain of any place names. */
export function desksOfPacks(): string[] {
  const rules = PACKS.flatMap(({ flow }) =>
    flow.nodes.flatMap((node) => (node.kind === 'approve' ? [node.people, node.fallback] : [])),
  )
  return [...new Set(rules.flatMap((rule) => (rule?.kind === 'role' && rule.at.kind === 'desk' ? [rule.at.desk] : [])))]
}

/** The flows of the places and those of this district, each by the name of its newest version. */
export async function flowNames(reader: Reader, language: Language): Promise<ReadonlyMap<string, string>> {
  const rows = await reader.selectFrom('flowDefinition').select(['key', 'definition']).orderBy('version').execute()
  const shipped = PACKS.map(({ flow }) => [flow.key, flow.name[language]] as const)
  const kept = rows.map(({ key, definition }) => [key, FlowDefinition.parse(definition).name[language]] as const)
  return new Map([...shipped, ...kept])
}
