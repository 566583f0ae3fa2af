import type { ProbeId, ProbeTarget } from '@shiji/contract/watch'
import { listAllowed } from '#modules/inbox'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { findVisibleProbe } from './list-probes.ts'
import { addressOf, openSecret } from './probe-store.ts'
import { check } from './probes/check.ts'
import { sayProblem } from './say-problem.ts'

type Trial = {
  readonly id: ProbeId | null
  readonly target: ProbeTarget
  readonly timeoutMs: number
  readonly secret: string | null
}

/** Asks at once, so that whoever sets a probe up sees what it finds. A kept password goes to its own address alone. */
export async function tryProbe(context: Context, { id, target, timeoutMs, secret }: Trial) {
  requirePermission(context, 'watch.manage')
  const { kept, allowed } = await read(context.db, async (reader) => ({
    kept: id === null ? null : ((await findVisibleProbe(reader, context.actor, id)) ?? refuse('not-found')),
    allowed: await listAllowed(reader),
  }))
  await inTransaction(context.db, (tx) => {
    const { kind } = target
    return recordInLedger(tx, context, { did: 'watch.probe-tried', probeId: id, kind, address: addressOf(target) })
  })
  if (target.kind === 'push') {
    return {
      isUp: false,
      tookMs: 0,
      problem: sayProblem('{"code":"no-beat"}', context.language),
      certificateUntil: null,
    }
  }
  const isSameAddress = kept !== null && addressOf(kept.target) === addressOf(target)
  const own = isSameAddress ? openSecret(context.secrets, kept) : ''
  const found = await check({ target, timeoutMs, secret: secret ?? own, allowed })
  return {
    isUp: found.problem === null,
    tookMs: found.tookMs,
    problem: found.problem === null ? '' : sayProblem(JSON.stringify(found.problem), context.language),
    certificateUntil: found.certificateUntil?.toString() ?? null,
  }
}
