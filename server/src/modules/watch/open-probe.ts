import { UnitId } from '@shiji/contract/directory'
import { ProbeId } from '@shiji/contract/watch'
import { meanTimes, outagesIn } from '@shiji/kernel/watch/availability'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { findVisibleProbe, firstSecond, lineOf, stretchesOf } from './list-probes.ts'
import { parseQuorum } from './probe-store.ts'
import { instantOf } from './save-samples.ts'
import { sayProblem } from './say-problem.ts'

const ANSWERS = 60

export async function openProbe(context: Context, { id }: { id: ProbeId }) {
  requirePermission(context, 'watch.read')
  return read(context.db, async (reader) => {
    const probe = (await findVisibleProbe(reader, context.actor, id)) ?? refuse('not-found')
    const settled = (await stretchesOf(reader, [probe], firstSecond(context.now))).get(id) ?? []
    const answers = await reader
      .selectFrom('watchSample')
      .select(['at', 'isUp', 'tookMs', 'problem'])
      .where('probeId', '=', id)
      .orderBy('at', 'desc')
      .limit(ANSWERS)
      .execute()

    const { line, seconds, stretches } = lineOf(probe, settled, context)
    const outages = outagesIn(stretches)
    const { unitId, name, service, target, everySeconds, timeoutMs, retries, retrySeconds, parentId, isOn } = probe
    return {
      id,
      unitId: UnitId.parse(unitId),
      ...{ name, service, target, everySeconds, timeoutMs, retries, retrySeconds, isOn },
      quorum: parseQuorum(probe.quorum),
      parentId: parentId === null ? null : ProbeId.parse(parentId),
      hasSecret: probe.sealed !== '',
      mayManage: context.actor.permissions.has('watch.manage'),
      line,
      seconds,
      outages: outages.toReversed().map(({ from, to, isOver }) => ({
        ...{ from: instantOf(from).toString(), to: instantOf(to).toString() },
        ...{ isOver, seconds: to - from },
      })),
      ...meanTimes(seconds, outages.length),
      answers: answers.map(({ at, isUp, tookMs, problem }) => ({
        ...{ at: at.toString(), isUp, tookMs },
        problem: sayProblem(problem, context.language),
      })),
    }
  })
}
