import { compare } from '@shiji/kernel/decimal'
import { boundOf } from '@shiji/kernel/evidence/bound'
import { holds } from '@shiji/kernel/evidence/judge-reading'
import { parseTarget } from '@shiji/kernel/target/parse-target'
import { say } from '@shiji/kernel/wording'
import type { PersonContext } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import type { Measure, Period } from '#platform/measure'
import { officeDay } from '#platform/office-day'
import type { LockedContract } from '../contract-store.ts'

const MISSED = {
  zh: '{month} 月“{name}”为 {value}{unit}，要求 {target}；依据 {records} 条记录。',
  en: '{name} was {value} {unit} in month {month} and should be {target}; {records} records.',
}

/** What a term was in a month: kept, missed by records, or told by no records, which is neither. */
export type Checked = {
  readonly termId: string
  readonly month: number
  readonly outcome: 'kept' | 'missed' | 'unread'
  readonly points: LockedContract['amount']
  readonly reason: string
  readonly reading: string
}

/** Every month of the year that is over and lies within the contract, held against every term. */
export async function checkTerms(
  reader: Reader,
  context: PersonContext,
  { contract, year }: { readonly contract: LockedContract; readonly year: number },
): Promise<Checked[]> {
  const terms = await reader
    .selectFrom('contractsTerm')
    .selectAll()
    .where('contractId', '=', contract.id)
    .orderBy('position')
    .execute()
  const months = monthsOf(contract, year, officeDay(context.now))
  const checked: Checked[] = []
  for (const term of terms) {
    const measure = context.measures.get(term.measure)
    if (measure === undefined) continue
    for (const { month, period } of months)
      checked.push({
        termId: term.id,
        month,
        points: term.points,
        ...(await checkMonth(reader, context, { contract, measure, term, month, period })),
      })
  }
  return checked
}

type Month = {
  readonly contract: LockedContract
  readonly measure: Measure
  readonly term: { readonly name: string; readonly target: string; readonly params: unknown }
  readonly month: number
  readonly period: Period
}

async function checkMonth(reader: Reader, { now, language }: PersonContext, asked: Month) {
  const { contract, measure, term, month, period } = asked
  const scope = { unitId: contract.unitId, projectId: contract.projectId }
  const { value, parts } = await measure.read(reader, { scope, period, params: term.params, asOf: now })
  const reading = boundOf(parseTarget(term.target), measure)
  const { numerator, denominator, counted } = parts
  const kept = JSON.stringify({
    measure: measure.key,
    version: measure.version,
    ...period,
    value,
    numerator,
    denominator,
  })
  if (value === null || reading.kind === 'none') return { outcome: 'unread', reason: '', reading: kept } as const
  const isKept = holds(compare(value, reading.bound.value), reading.bound.operator)
  const { name, target } = term
  const reason = say(MISSED, language, { month, name, target, value, unit: measure.unit, records: counted })
  return { outcome: isKept ? 'kept' : 'missed', reason, reading: kept } as const
}

function monthsOf({ startsOn, endsOn }: LockedContract, year: number, today: Temporal.PlainDate) {
  return Array.from({ length: 12 }, (_, at) => {
    const first = Temporal.PlainDate.from({ year, month: at + 1, day: 1 })
    const last = first.with({ day: first.daysInMonth })
    return { month: at + 1, period: { from: first.toString(), until: last.toString() } }
  }).filter(({ period: { from, until } }) => until >= startsOn && from <= endsOn && until < today.toString())
}
