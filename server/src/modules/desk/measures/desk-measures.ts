import { sql } from 'kysely'
import { defineMeasure } from '#platform/measure'
import { satisfaction } from '../satisfaction/satisfaction-measure.ts'
import { faultCount, incidentCount, majorRate, ticketVolume } from './count-measures.ts'
import {
  hoursOf,
  INCIDENTS,
  minutesOf,
  NO_PARAMS,
  ofDue,
  ofSettled,
  SERVICE,
  shareKept,
  shareStopped,
  TICKET_FACTS,
  ticketFacts,
} from './ticket-facts.ts'

const RATE = { ...TICKET_FACTS, unit: '%', direction: 'higher', shape: 'ratio', combine: 'share', scale: 2 } as const
const TIME = { ...TICKET_FACTS, unit: '分钟', direction: 'lower', shape: 'time', scale: 2 } as const

/** rules.md §4.3: ticket raised → first response by a person. */
export const responseTime = defineMeasure({
  ...TIME,
  key: 'desk.response-time',
  name: { zh: '响应时间（均值）', en: 'Response time (mean)' },
  formula: {
    zh: '各工单自接报至首次人工响应的时间之和 ÷ 已响应工单数',
    en: 'time from report to the first answer by a person, summed ÷ tickets answered',
  },
  combine: 'mean',
  params: SERVICE,
  facts: ofSettled('response', minutesOf('response')),
})

const worstResponseTime = defineMeasure({
  ...TIME,
  key: 'desk.response-time-worst',
  name: { zh: '响应时间（最长）', en: 'Response time (longest)' },
  formula: { zh: '已响应工单中，接报至首次人工响应的最长时间', en: 'the longest time from report to the first answer' },
  combine: 'maximum',
  params: SERVICE,
  facts: ofSettled('response', minutesOf('response')),
})

/** rules.md §4.1: response against the agreed level. */
export const responseInTime = defineMeasure({
  ...RATE,
  key: 'desk.response-in-time-rate',
  name: { zh: '响应及时率', en: 'Answered in time' },
  formula: {
    zh: '约定时限内响应的工单 ÷ 应响应的工单 × 100%',
    en: 'answered within the agreed time ÷ due to be answered × 100 %',
  },
  params: SERVICE,
  facts: ofDue('response', shareKept('response')),
})

export const responseRate = defineMeasure({
  ...RATE,
  key: 'desk.response-rate',
  name: { zh: '响应率', en: 'Response rate' },
  formula: { zh: '已响应的工单 ÷ 应响应的工单 × 100%', en: 'answered ÷ due to be answered × 100 %' },
  params: SERVICE,
  facts: ofDue('response', shareStopped('response')),
})

/** rules.md §4.1: the longest of all faults and not the mean; strict `<` is the target's. */
export const recoveryTime = defineMeasure({
  ...TIME,
  key: 'desk.recovery-time',
  name: { zh: '故障恢复时间（最长）', en: 'Recovery time (longest)' },
  formula: {
    zh: '各故障自接报至恢复服务的最长时间（按服务时段计）',
    en: 'the longest time from report to service restored, in service hours',
  },
  unit: '小时',
  combine: 'maximum',
  params: SERVICE,
  facts: ofSettled('recovery', hoursOf('recovery'), INCIDENTS),
})

const recoveryInTime = defineMeasure({
  ...RATE,
  key: 'desk.recovery-in-time-rate',
  name: { zh: '恢复及时率', en: 'Restored in time' },
  formula: {
    zh: '约定时限内恢复的故障 ÷ 应恢复的故障 × 100%',
    en: 'restored within the agreed time ÷ due to be restored × 100 %',
  },
  params: SERVICE,
  facts: ofDue('recovery', shareKept('recovery'), INCIDENTS),
})

/** Only what somebody went to; what was settled by telephone or remotely has no arrival. */
const arrivalInTime = defineMeasure({
  ...RATE,
  key: 'desk.arrival-in-time-rate',
  name: { zh: '到场及时率', en: 'Arrived in time' },
  formula: { zh: '约定时限内到场的工单 ÷ 到场的工单 × 100%', en: 'arrived within the agreed time ÷ visited × 100 %' },
  params: SERVICE,
  facts: (reader, query) =>
    ticketFacts(reader, query, {
      numerator: shareKept('arrival'),
      exclusion: sql`case when fact.has_arrived and fact.arrival_state = 'stopped' then null else 'not-visited' end`,
    }),
})

const solved = (key: string, name: { zh: string; en: string }) =>
  defineMeasure({
    ...RATE,
    key,
    name,
    formula: {
      zh: '已解决的故障 ÷ 报修的故障 × 100%；未到时限的不计，逾期未解决的按未解决计',
      en: 'solved ÷ raised × 100 %; those still within their time are left out, those overdue count as not solved',
    },
    params: SERVICE,
    facts: ofDue('resolution', shareStopped('resolution'), INCIDENTS),
  })

const faultSolvedRate = solved('desk.fault-solved-rate', { zh: '故障解决率', en: 'Faults solved' })
const repairRate = solved('desk.repair-rate', { zh: '故障修复率', en: 'Faults repaired' })

const urgent = sql<boolean>`fact.severity in ('urgent', 'major')`

/** rules.md §4.3: tickets of level 紧急, handled ÷ raised. */
const urgentRate = defineMeasure({
  ...RATE,
  key: 'desk.urgent-request-rate',
  name: { zh: '紧急报修处理率', en: 'Urgent calls handled' },
  formula: {
    zh: '已处理的紧急、重大工单 ÷ 紧急、重大工单 × 100%',
    en: 'urgent and major tickets handled ÷ raised × 100 %',
  },
  params: NO_PARAMS,
  facts: ofDue('resolution', shareStopped('resolution'), urgent),
})

const urgentInTime = defineMeasure({
  ...RATE,
  key: 'desk.urgent-in-time-rate',
  name: { zh: '紧急故障及时处理率', en: 'Urgent faults handled in time' },
  formula: {
    zh: '时限内解决的紧急、重大工单 ÷ 紧急、重大工单 × 100%',
    en: 'urgent and major tickets resolved in time ÷ raised × 100 %',
  },
  params: NO_PARAMS,
  facts: ofDue('resolution', shareKept('resolution'), urgent),
})

const ordersClosed = defineMeasure({
  ...RATE,
  key: 'desk.orders-closed',
  name: { zh: '工单办结率', en: 'Tickets settled' },
  formula: { zh: '已解决的工单 ÷ 应解决的工单 × 100%', en: 'tickets resolved ÷ due to be resolved × 100 %' },
  params: SERVICE,
  facts: ofDue('resolution', shareStopped('resolution')),
})

export const DESK_MEASURES = [
  responseTime,
  worstResponseTime,
  responseInTime,
  responseRate,
  recoveryTime,
  recoveryInTime,
  arrivalInTime,
  faultSolvedRate,
  repairRate,
  urgentRate,
  urgentInTime,
  incidentCount,
  majorRate,
  faultCount,
  ticketVolume,
  ordersClosed,
  satisfaction,
]
