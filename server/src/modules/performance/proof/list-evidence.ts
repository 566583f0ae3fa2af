import type { FormId } from '@shiji/contract/performance'
import { normalize } from '@shiji/kernel/decimal'
import type { Bound } from '@shiji/kernel/evidence/bound'
import { isAgainst } from '@shiji/kernel/evidence/contrary'
import { recordFigure } from '@shiji/kernel/evidence/parts'
import { Strength } from '@shiji/kernel/evidence/row-shape'
import { say } from '@shiji/kernel/wording'
import { listFacts, type SeriesReading } from '#modules/evidence'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import type { Fact, Measure, RecordChoice } from '#platform/measure'
import { refuse } from '#platform/refusal'
import { findRow } from './find-row.ts'
import { assessState, type RowState, sayRowState } from './say-row.ts'

type Query = {
  readonly id: FormId
  readonly position: number
  readonly which: 'counted' | 'excluded' | 'against'
  readonly after?: string | undefined
}

const PAGE = 50
const PLACE = /^(\S+Z) (\S+)$/

/** The very records: as many as the row says, those left out with the reason, those that speak against the promise. */
export async function listEvidence(context: Context, { id, position, which, after }: Query) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const { state } = await findRow(reader, context, { id, position })
    const row = sayRowState(context, state)
    const { found, binding, period } = state
    const bound = found === undefined ? null : boundOfState(context, state, found)
    const choice = choose(which, bound)
    if (found === undefined || !binding?.series || choice === null) return { row, records: [], next: null }

    const page = { which: choice, after: placeOf(after), limit: PAGE }
    const facts = await listFacts(reader, context, { series: binding.series, period, page })
    const last = facts.at(-1)
    return {
      row,
      records: facts.map((fact) => sayRecord(context, fact, { measure: found.measure, bound })),
      next: facts.length === PAGE && last !== undefined ? `${last.at} ${last.id}` : null,
    }
  })
}

function boundOfState(context: Context, state: RowState, found: SeriesReading): Bound | null {
  const { bound } = assessState(context, state, found)
  return bound.kind === 'bound' ? bound.bound : null
}

/** null: without a bound nothing speaks against it. */
function choose(which: Query['which'], against: Bound | null): RecordChoice | null {
  if (which !== 'against') return which
  return against && { against }
}

function placeOf(after: string | undefined) {
  if (after === undefined) return null
  const [, at, id] = PLACE.exec(after) ?? refuse('not-found')
  return { at: Temporal.Instant.from(at ?? ''), id: id ?? '' }
}

function sayRecord(
  { language }: Context,
  fact: Fact,
  { measure, bound }: { readonly measure: Measure; readonly bound: Bound | null },
) {
  const { recordKind, exclusion, numerator, denominator } = fact
  const record = measure.records[recordKind]
  const reason = exclusion === null ? undefined : measure.exclusions[exclusion]
  return {
    kind: record === undefined ? recordKind : say(record.name, language),
    id: fact.id,
    title: fact.title,
    at: fact.at.toString(),
    enteredAt: fact.enteredAt.toString(),
    strength: Strength.parse(fact.strength),
    mark: fact.mark,
    numerator: recordFigure(numerator, measure.combine, measure.scale),
    denominator: normalize(denominator),
    exclusion: reason === undefined ? exclusion : say(reason, language),
    against: exclusion === null && bound !== null && isAgainst(fact, bound, measure),
    page: record?.page?.replace('{id}', fact.id) ?? null,
  }
}
