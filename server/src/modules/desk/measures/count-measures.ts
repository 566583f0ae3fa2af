import { Layer, Severity } from '@shiji/kernel/severity/ticket-class'
import { sql } from 'kysely'
import { z } from 'zod'
import { defineMeasure } from '#platform/measure'
import { INCIDENTS, NO_PARAMS, REGISTER, SERVICE, TICKET_FACTS, ticketFacts } from './ticket-facts.ts'

const COUNT = { ...TICKET_FACTS, unit: '次', direction: 'lower', shape: 'count', combine: 'sum', scale: 0 } as const

const LAYER_NAMES: readonly (readonly [RegExp, z.infer<typeof Layer>])[] = [
  [/汇聚/, 'aggregation'],
  [/边界/, 'boundary'],
  [/核心/, 'security-core'],
  [/机房/, 'machine-room'],
  [/接入/, 'access'],
]

/** rules.md §4.3: incident register with layer tag; the class is confirmed by a second person, or the record proves little. */
export const incidentCount = defineMeasure({
  ...COUNT,
  key: 'desk.incident-count',
  name: { zh: '分层事故数', en: 'Incidents of a layer' },
  formula: {
    zh: '期间内该层级、该等级及以上的事件数',
    en: 'incidents of this layer, of this severity or worse, within the period',
  },
  register: REGISTER,
  params: z.strictObject({ layer: Layer, from: Severity.default('urgent') }),
  paramsFrom: ({ name }) => {
    const layer = LAYER_NAMES.find(([words]) => words.test(name))?.[1]
    return layer === undefined ? null : { layer }
  },
  facts: (reader, query) => {
    const worse = Severity.options.slice(Severity.options.indexOf(query.params.from))
    return ticketFacts(reader, query, {
      only: sql`fact.kind = 'incident' and fact.layer = ${query.params.layer} and fact.severity = any(${worse}::text[])`,
      numerator: sql`1`,
      exclusion: sql`case when fact.state = 'withdrawn' then 'withdrawn' end`,
      strength: sql`case when not fact.is_confirmed then 'D' when fact.is_late then 'C' else 'A' end`,
    })
  },
})

export const majorRate = defineMeasure({
  ...TICKET_FACTS,
  unit: '%',
  shape: 'ratio',
  combine: 'share',
  scale: 2,
  direction: 'lower',
  key: 'desk.major-incident-rate',
  name: { zh: '重大事件发生率', en: 'Major incident rate' },
  formula: { zh: '重大事件 ÷ 全部事件 × 100%', en: 'major incidents ÷ all incidents × 100 %' },
  register: REGISTER,
  params: NO_PARAMS,
  facts: (reader, query) =>
    ticketFacts(reader, query, {
      only: INCIDENTS,
      numerator: sql`case when fact.severity = 'major' then 1 else 0 end`,
      exclusion: sql`case when fact.state = 'withdrawn' then 'withdrawn' end`,
    }),
})

export const faultCount = defineMeasure({
  ...COUNT,
  key: 'desk.fault-count',
  name: { zh: '故障次数', en: 'Faults' },
  formula: { zh: '期间内接报的事件数', en: 'incidents reported within the period' },
  register: REGISTER,
  params: SERVICE,
  facts: (reader, query) =>
    ticketFacts(reader, query, {
      only: INCIDENTS,
      numerator: sql`1`,
      exclusion: sql`case when fact.state = 'withdrawn' then 'withdrawn' end`,
    }),
})

export const ticketVolume = defineMeasure({
  ...COUNT,
  direction: 'higher',
  key: 'desk.ticket-volume',
  name: { zh: '工单量', en: 'Tickets' },
  formula: { zh: '期间内接报的工单数', en: 'tickets reported within the period' },
  params: SERVICE,
  facts: (reader, query) =>
    ticketFacts(reader, query, {
      numerator: sql`1`,
      exclusion: sql`case when fact.state = 'withdrawn' then 'withdrawn' end`,
    }),
})
