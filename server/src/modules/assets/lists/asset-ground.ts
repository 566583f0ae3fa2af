import { createHash } from 'node:crypto'
import { AssetCategory, AssetState } from '@shiji/contract/assets'
import type { AssetSheet } from '@shiji/kernel/assets/asset-sheet'
import { type AssetPlan, type KnownAsset, planAssets } from '@shiji/kernel/assets/plan-assets'
import type { KnownUnit } from '@shiji/kernel/directory-import/find-unit'
import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import type { Actor, PersonContext } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'

export type AssetListPlan = AssetPlan & { readonly fingerprint: string }

/** What a file would change as things stand now. */
export async function planAssetList(
  reader: Reader,
  { actor, now }: PersonContext,
  sheet: AssetSheet,
): Promise<AssetListPlan> {
  const plan = planAssets(sheet, {
    units: await listKnownUnits(reader, actor),
    topId: actor.unitId,
    assets: await listKnownAssets(reader, actor),
    projects: await listProjects(reader, actor),
    today: officeDay(now).toString(),
  })
  return { ...plan, fingerprint: createHash('sha256').update(JSON.stringify(plan)).digest('hex') }
}

export async function listKnownUnits(reader: Reader, actor: Actor): Promise<KnownUnit[]> {
  return reader
    .selectFrom('directoryUnit')
    .select(['id', 'code', 'name', 'kind', 'parentId', visibleTo(actor).as('isVisible')])
    .select(sql<boolean>`state = 'open'`.as('isOpen'))
    .orderBy('id')
    .execute()
}

async function listKnownAssets(reader: Reader, actor: Actor): Promise<KnownAsset[]> {
  const rows = await reader
    .selectFrom('assetsAsset as asset')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'asset.unitId')
    .leftJoin('assetsRoom as room', 'room.id', 'asset.roomId')
    .select(['asset.id', 'asset.unitId', 'asset.projectId', 'asset.number', 'asset.name', 'asset.category'])
    .select(['asset.model', 'asset.serial', 'asset.price', 'asset.keeper', 'asset.state', 'asset.deliveredOn'])
    .select(['asset.enteredOn', 'asset.warrantyUntil', sql<string>`coalesce(room.name, '')`.as('room')])
    .where(visibleTo(actor))
    .orderBy('asset.id')
    .execute()
  return rows.map((row) => ({
    ...row,
    category: AssetCategory.parse(row.category),
    state: AssetState.parse(row.state),
  }))
}

/** By name; a name two projects share names none. */
async function listProjects(reader: Reader, actor: Actor): Promise<ReadonlyMap<string, string | null>> {
  const rows = await reader
    .selectFrom(sql<{ id: string; unitId: string; name: string }>`shared_project`.as('project'))
    .innerJoin('directoryUnit', 'directoryUnit.id', 'project.unitId')
    .select(['project.id', 'project.name'])
    .where(visibleTo(actor))
    .execute()
  return new Map(
    [...Map.groupBy(rows, ({ name }) => name)].map(([name, [one, ...more]]) => {
      return [name, one === undefined || more.length > 0 ? null : one.id]
    }),
  )
}
