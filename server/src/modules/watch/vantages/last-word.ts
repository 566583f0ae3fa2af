import { VantageId } from '@shiji/contract/watch-places'
import type { Context } from '#platform/context'
import { stateAt } from '../list-probes.ts'
import { parseWatch, secondOf } from '../save-samples.ts'
import { sayProblem } from '../say-problem.ts'
import type { LookRow } from './look-store.ts'

/** What a place said last, and how it stands with it now: a place that fell silent knows nothing. */
export function lastWordOf(look: LookRow, { now, language }: Pick<Context, 'now' | 'language'>) {
  const { vantageId, name, isOn, following, lastAt, tookMs, problem } = look
  const at = secondOf(now)
  const watch = following === null ? null : parseWatch(following)
  return {
    ...{ id: VantageId.parse(vantageId), name, isOn: isOn ?? true, tookMs },
    state: stateAt(watch, at),
    ageSeconds: lastAt === null ? null : Math.max(0, at - secondOf(lastAt)),
    problem: sayProblem(problem ?? '', language),
  }
}
