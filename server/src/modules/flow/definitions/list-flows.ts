import type { FlowRow } from '@shiji/contract/flow-definitions'
import { sql } from 'kysely'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { flowNames, packFlow, packKeys } from '../flow-graphs.ts'

type Row = z.infer<typeof FlowRow>
type Version = Row['versions'][number]

/** Every flow the district has, from its place or drawn here. */
export async function listFlows(context: Context): Promise<Row[]> {
  requirePermission(context, 'flow.manage')
  return read(context.db, async (reader) => {
    const [names, kept, drafts] = [
      await flowNames(reader, context.language),
      await listVersions(reader),
      await listDrafts(reader),
    ]
    const keys = [...new Set([...packKeys(), ...kept.keys()])].sort()
    return keys.map((key) => ({
      key,
      name: names.get(key) ?? key,
      versions: withCurrent(kept.get(key) ?? shippedOnly(key)),
      draft: drafts.get(key) ?? null,
    }))
  })
}

type Kept = Omit<Version, 'isCurrent'>

async function listVersions(reader: Reader): Promise<ReadonlyMap<string, Kept[]>> {
  const rows = await reader
    .selectFrom('flowDefinition as flow')
    .leftJoin('directoryPerson as person', 'person.id', 'flow.publishedBy')
    .select(['flow.key', 'flow.version', 'flow.publishedAt', 'person.name as publishedBy'])
    .select(
      sql<bigint>`(select count(*) from flow_case as going where going.definition = flow.key
        and going.definition_version = flow.version and going.state = 'running')`.as('running'),
    )
    .orderBy('flow.version', 'desc')
    .execute()
  const versions = rows.map(({ key, version, publishedAt, publishedBy, running }) => {
    const isOwn = publishedAt !== null
    const one = { version, isOwn, publishedAt: publishedAt?.toString() ?? null, publishedBy, running: Number(running) }
    return { key, one }
  })
  const byKey = Map.groupBy(versions, ({ key }) => key)
  return new Map([...byKey].map(([key, list]) => [key, list.map(({ one }) => one)]))
}

function shippedOnly(key: string): Kept[] {
  const version = packFlow(key)?.version
  return version === undefined ? [] : [{ version, isOwn: false, publishedAt: null, publishedBy: null, running: 0 }]
}

/** The newest of the office goes before those of the place. */
function withCurrent(kept: readonly Kept[]): Version[] {
  const current = kept.find(({ isOwn }) => isOwn) ?? kept[0]
  return kept.map((one) => ({ ...one, isCurrent: one === current }))
}

async function listDrafts(reader: Reader): Promise<ReadonlyMap<string, Row['draft']>> {
  const rows = await reader
    .selectFrom('flowDraft')
    .innerJoin('directoryPerson', 'directoryPerson.id', 'flowDraft.editedBy')
    .select(['flowDraft.key', 'flowDraft.editedAt', 'directoryPerson.name as editedBy'])
    .execute()
  return new Map(rows.map(({ key, editedAt, editedBy }) => [key, { editedAt: editedAt.toString(), editedBy }]))
}
