import { AssetCategory, AssetState } from '@shiji/contract/assets'
import type { AssetSheet } from '@shiji/kernel/assets/asset-sheet'
import { type AssetPlan, type KnownAsset, planAssets } from '@shiji/kernel/assets/plan-assets'
import { sql } from 'kysely'
import { listKnownUnits, visibleTo } from '#modules/directory'
import type { Actor, PersonContext } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'

/** What a file would change as things stand now. */
export async function planAssetList(
  reader: Reader,
  { actor, now }: PersonContext,
  sheet: AssetSheet,
): Promise<AssetPlan> {
  return planAssets(sheet, {
    units: await listKnownUnits(reader, actor),
    topId: actor.unitId,
    assets: await listKnownAssets(reader, actor),
    projects: await listProjects(reader, actor),
    today: officeDay(now).toString(),
  })
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
