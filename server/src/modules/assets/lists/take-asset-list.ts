import { createHash } from 'node:crypto'
import type { PlannedAsset } from '@shiji/kernel/assets/plan-assets'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { tellAssets } from '../measures/tell-assets.ts'
import { planAssetList } from './asset-ground.ts'
import { openAssetList } from './read-asset-list.ts'
import { saveAssets } from './save-assets.ts'
import { countsOf } from './show-list-plan.ts'

/** Takes all of a list or nothing of it, and only as it was looked at. */
export async function takeAssetList(context: Context, { file, fingerprint }: { file: File; fingerprint: string }) {
  requirePermission(context, 'assets.write')
  const list = await openAssetList(file, context.language)

  return inTransaction(context.db, async (tx) => {
    // Two lists of one unit wait for one another.
    await tx.selectFrom('directoryUnit').select('id').where('id', '=', context.actor.unitId).forUpdate().execute()
    const plan = await planAssetList(tx, context, list.sheet)
    if (plan.problems.length > 0) refuse('list-wrong', { count: plan.problems.length })
    if (plan.fingerprint !== fingerprint) refuse('list-read-again')

    await saveAssets(tx, context, plan)
    const sha256 = createHash('sha256').update(list.bytes).digest('hex')
    await recordInLedger(tx, context, { did: 'assets.list-taken', file: list.name, sha256, ...countsOf(plan) })
    await tellOf(tx, context, [...plan.made, ...plan.changed])
    return countsOf(plan)
  })
}

async function tellOf(tx: Tx, context: PersonContext, assets: readonly PlannedAsset[]): Promise<void> {
  const owners = Map.groupBy(assets, ({ unitId, projectId }) => `${unitId} ${projectId ?? ''}`)
  for (const [owner, own] of owners) {
    const [unitId = '', projectId = ''] = owner.split(' ')
    const days = own.flatMap(({ enteredOn, was }) => (was === null ? [enteredOn] : [enteredOn, was.enteredOn]))
    await tellAssets(tx, context, { unitId, projectId: projectId === '' ? null : projectId, days })
  }
}
