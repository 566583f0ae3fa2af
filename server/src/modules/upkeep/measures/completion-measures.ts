import type { PlanKind } from '@shiji/contract/upkeep'
import type { Wording } from '@shiji/kernel/wording'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { defineMeasure } from '#platform/measure'
import { DONE_AT_ALL, IN_TIME, OCCURRENCE_FACTS, occurrenceFacts } from './occurrence-facts.ts'

export const NO_PARAMS = z.strictObject({})

type Share = {
  readonly key: string
  readonly name: Wording
  readonly formula: Wording
  readonly shape: 'plan' | 'frequency'
  readonly kinds: readonly PlanKind[]
  readonly numerator: RawBuilder<unknown>
}

/** rules.md §4.3: done on plan ÷ planned; what was missed stays in the denominator. */
const share = ({ key, name, formula, shape, kinds, numerator }: Share) =>
  defineMeasure({
    ...OCCURRENCE_FACTS,
    key,
    name,
    formula,
    shape,
    unit: '%',
    direction: 'higher',
    combine: 'share',
    scale: 2,
    params: NO_PARAMS,
    facts: (reader, query) => occurrenceFacts(reader, query, { kinds, numerator }),
  })

const DONE_OF_DUE: Wording = {
  zh: '已完成的（含迟做）÷ 应做的 × 100%；漏做的留在分母里',
  en: 'done, late ones included ÷ due × 100 %; what was missed stays in the denominator',
}
const IN_TIME_OF_DUE: Wording = {
  zh: '在规定时段内完成的 ÷ 应做的 × 100%；漏做的留在分母里',
  en: 'done within its time ÷ due × 100 %; what was missed stays in the denominator',
}

const done = { formula: DONE_OF_DUE, shape: 'plan', numerator: DONE_AT_ALL } as const
const inTime = { formula: IN_TIME_OF_DUE, shape: 'plan', numerator: IN_TIME } as const

export const inspectionCompletion = share({
  ...done,
  key: 'upkeep.inspection-completion',
  name: { zh: '巡检计划完成率', en: 'Rounds done as planned' },
  kinds: ['inspection'],
})

export const inspectionsInTime = share({
  ...inTime,
  key: 'upkeep.inspections',
  name: { zh: '按时巡检率', en: 'Rounds done in time' },
  kinds: ['inspection'],
})

export const missedRounds = defineMeasure({
  ...OCCURRENCE_FACTS,
  key: 'upkeep.missed-rounds',
  name: { zh: '漏检次数', en: 'Rounds missed' },
  formula: { zh: '期间内到最晚时间仍未做的巡检次数', en: 'rounds not done by their last moment' },
  unit: '次',
  direction: 'lower',
  shape: 'count',
  combine: 'sum',
  scale: 0,
  params: NO_PARAMS,
  facts: (reader, query) => {
    const numerator = sql`case when fact.outcome = 'missed' then 1 else 0 end`
    return occurrenceFacts(reader, query, { kinds: ['inspection'], numerator })
  },
})

/** Everything planned but being there, which is measured in hours and heads. */
export const planCompletion = share({
  ...done,
  key: 'upkeep.plan-completion',
  name: { zh: '运维工作计划完成率', en: 'Planned work done' },
  kinds: ['inspection', 'meeting', 'report', 'training', 'drill', 'work', 'upgrade'],
})

export const upgradeCompletion = share({
  ...done,
  key: 'upkeep.upgrade-completion',
  name: { zh: '设备维护升级完成率', en: 'Maintenance and upgrades done' },
  kinds: ['upgrade'],
})

export const meetingsHeld = share({
  ...done,
  shape: 'frequency',
  key: 'upkeep.meetings-held',
  name: { zh: '例会召开率', en: 'Meetings held' },
  kinds: ['meeting'],
})

export const reportsInTime = share({
  ...inTime,
  key: 'upkeep.reports-on-time',
  name: { zh: '报告按期率', en: 'Reports in time' },
  kinds: ['report'],
})

export const trainingsDone = share({
  ...done,
  key: 'upkeep.trainings-done',
  name: { zh: '培训计划完成率', en: 'Trainings held as planned' },
  kinds: ['training'],
})

export const drillsDone = share({
  ...done,
  key: 'upkeep.drills-done',
  name: { zh: '演练计划完成率', en: 'Drills held as planned' },
  kinds: ['drill'],
})
