import { makeChance } from '../chance.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_CENTRE, OFFICE_SERVICES } from '../offices.ts'

/** Time from its first moment up to the first one after it. */
type RegisterSpan = { readonly from: Temporal.Instant; readonly until: Temporal.Instant }

/** What a probe found from the first day of the register to its last, minute by minute put together. */
export type RegisterSeries = RegisterSpan & {
  readonly outages: readonly RegisterSpan[]
  /** Nobody looked. */
  readonly gaps: readonly RegisterSpan[]
  /** Milliseconds a good answer took on the average of each day, the first day first. */
  readonly answerMs: readonly number[]
}

export type WatchedService = {
  readonly office: string
  readonly name: string
  readonly service: string
  readonly deskService: string
  readonly series: RegisterSeries
}

const FROM = '2025-01-01'
const UNTIL = '2026-03-01'

/** `office | service | probe | service of the desk | usual milliseconds` */
const SERVICES = `
${EDUCATION_CENTRE}|学籍数据库|学籍库心跳|application|18
${EDUCATION_CENTRE}|招生数据库|招生库心跳|application|22
${EDUCATION_CENTRE}|人事数据库|人事库心跳|application|16
${EDUCATION_CENTRE}|财务数据库|财务库心跳|application|31
${EDUCATION_CENTRE}|资源平台数据库|资源库心跳|application|44
${EDUCATION_CENTRE}|统一身份数据库|身份库心跳|account|9
${EDUCATION_CENTRE}|教育门户|门户首页心跳|application|126
${OFFICE_SERVICES}|协同办公系统|办公系统心跳|application|88
${OFFICE_SERVICES}|政务外网出口|出口心跳|network|14
`

/** `day | from | minutes | service`: those that people remember. The one of August lies in an approved window. */
const OUTAGES = `
2025-01-19|02:40|385|财务数据库
2025-03-18|09:42|41|教育门户
2025-04-23|14:06|236|招生数据库
2025-06-11|23:15|472|财务数据库
2025-08-16|20:10|150|学籍数据库
2025-08-16|20:12|146|招生数据库
2025-09-02|08:11|41|教育门户
2025-10-23|03:10|96|协同办公系统
2025-11-27|22:30|318|财务数据库
2026-01-21|16:33|74|政务外网出口
2026-02-08|04:20|205|资源平台数据库
`

/** `day | from | minutes | office`: the machine that looks was off itself, with the power of the building or for its own repair. */
const GAPS = `
2025-05-17|07:30|630|${OFFICE_SERVICES}
2025-07-12|01:50|455|${EDUCATION_CENTRE}
2025-10-25|07:30|610|${OFFICE_SERVICES}
`

export function watchRegister(): WatchedService[] {
  return rowsOf(SERVICES).map(([office = '', service = '', name = '', deskService = '', usual = ''], index) => ({
    ...{ office, service, name, deskService },
    series: seriesOf({ office, service, usualMs: Number(usual), seed: 4_099 + index }),
  }))
}

type Lived = { readonly office: string; readonly service: string; readonly usualMs: number; readonly seed: number }

function seriesOf({ office, service, usualMs, seed }: Lived): RegisterSeries {
  const { next, between } = makeChance(seed)
  const days = Temporal.PlainDate.from(FROM).until(UNTIL, { largestUnit: 'days' }).days
  const remembered = spansIn(OUTAGES, service)
  const gaps = spansIn(GAPS, office)
  // A few minutes now and then, at night more often than not.
  const short = Array.from({ length: days }, (_, day) => ({ day, isOut: next() < 0.012, at: between(0, 1439) }))
    .filter(({ isOut }) => isOut)
    .map(({ day, at }) => spanOf(dayAfter(day), clockOf(next() < 0.7 ? at % 360 : at), between(3, 19)))
    .filter((span) => ![...remembered, ...gaps].some((taken) => touches(span, taken)))
  return {
    ...{ from: officeTime(FROM, '00:00'), until: officeTime(UNTIL, '00:00'), gaps },
    outages: [...remembered, ...short].toSorted((one, other) => Temporal.Instant.compare(one.from, other.from)),
    answerMs: Array.from({ length: days }, () => Math.round(usualMs * (0.85 + next() * 0.4))),
  }
}

function rowsOf(table: string): string[][] {
  return table
    .trim()
    .split('\n')
    .map((line) => line.split('|'))
}

function spansIn(table: string, of: string): RegisterSpan[] {
  return rowsOf(table)
    .filter((row) => row[3] === of)
    .map(([day = '', from = '', minutes = '']) => spanOf(day, from, Number(minutes)))
}

function spanOf(day: string, clock: string, minutes: number): RegisterSpan {
  const from = officeTime(day, clock)
  return { from, until: from.add({ minutes }) }
}

function dayAfter(days: number): string {
  return Temporal.PlainDate.from(FROM).add({ days }).toString()
}

function clockOf(minute: number): string {
  return Temporal.PlainTime.from('00:00').add({ minutes: minute }).toString()
}

/** With an hour between them, two outages are two. */
function touches(one: RegisterSpan, other: RegisterSpan): boolean {
  const begins = Temporal.Instant.compare(one.from, other.until.add({ hours: 1 })) < 0
  return begins && Temporal.Instant.compare(other.from, one.until.add({ hours: 1 })) < 0
}
