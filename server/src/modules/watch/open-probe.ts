import { ChangeId } from '@shiji/contract/desk-changes'
import { UnitId } from '@shiji/contract/directory'
import { ProbeId } from '@shiji/contract/watch'
import { isPlanned, meanTimes, outagesIn } from '@shiji/kernel/watch/availability'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { dueTimesOf } from './due-time.ts'
import { findVisibleProbe, firstSecond, lineOf, stretchesOf } from './list-probes.ts'
import { parseQuorum } from './probe-store.ts'
import { instantOf, secondOf } from './save-samples.ts'
import { sayProblem } from './say-problem.ts'
import { lastWordOf } from './vantages/last-word.ts'
import { listLooks } from './vantages/look-store.ts'

const ANSWERS = 60

export async function openProbe(context: Context, { id }: { id: ProbeId }) {
  requirePermission(context, 'watch.read')
  return read(context.db, async (reader) => {
    const probe = (await findVisibleProbe(reader, context.actor, id)) ?? refuse('not-found')
    const span = { from: firstSecond(context.now), to: secondOf(context.now) }
    const settled = (await stretchesOf(reader, [probe], span.from)).get(id) ?? []
    const due = (await dueTimesOf(reader, [probe], span))(probe)
    const answers = await reader
      .selectFrom('watchSample')
      .leftJoin('watchVantage as vantage', 'vantage.id', 'watchSample.vantageId')
      .select(['watchSample.at', 'watchSample.isUp', 'watchSample.tookMs', 'watchSample.problem'])
      .select('vantage.name as from')
      .where('watchSample.probeId', '=', id)
      .orderBy('watchSample.at', 'desc')
      .orderBy('watchSample.vantageId')
      .limit(ANSWERS)
      .execute()

    const looks = (await listLooks(reader, [id])).map((look) => lastWordOf(look, context))

    const { line, seconds, peakSeconds, stretches } = lineOf(probe, { settled, due }, context)
    const outages = outagesIn(stretches).map((outage) => ({ ...outage, isPlanned: isPlanned(outage, due.planned) }))
    const failures = outages.filter((outage) => !outage.isPlanned).length
    const { unitId, name, service, deskService, target, everySeconds, timeoutMs, retries, retrySeconds } = probe
    const { parentId, isOn } = probe
    return {
      id,
      unitId: UnitId.parse(unitId),
      ...{ name, service, deskService, target, everySeconds, timeoutMs, retries, retrySeconds, isOn },
      quorum: parseQuorum(probe.quorum),
      parentId: parentId === null ? null : ProbeId.parse(parentId),
      watchedFrom:
        probe.vantagesNeeded === null ? null : { vantages: looks.map((look) => look.id), needed: probe.vantagesNeeded },
      looks,
      hasSecret: probe.sealed !== '',
      mayManage: context.actor.permissions.has('watch.manage'),
      line,
      seconds,
      peakSeconds,
      windows: due.planned.toReversed().map(({ changeId, number, from, to }) => ({
        ...{ changeId: ChangeId.parse(changeId), number },
        ...{ from: instantOf(from).toString(), until: instantOf(to).toString() },
      })),
      outages: outages.toReversed().map(({ from, to, ...outage }) => ({
        ...{ from: instantOf(from).toString(), to: instantOf(to).toString() },
        ...{ ...outage, seconds: to - from },
      })),
      ...meanTimes(seconds, failures),
      answers: answers.map(({ at, isUp, tookMs, problem, from }) => ({
        ...{ at: at.toString(), isUp, tookMs, from },
        problem: sayProblem(problem, context.language),
      })),
    }
  })
}
