import type { SealedLine } from '@shiji/kernel/bundle/sealed-line'
import { figureOf } from '@shiji/kernel/evidence/parts'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import type { Fact, Measure, MeasureQuery, Period } from '#platform/measure'
import type { Series } from '../series-store.ts'
import { type Content, listContents } from './list-contents.ts'

/** A promise as it is sealed; without a series it is sealed as one that nothing proves. */
export type RowToSeal = {
  readonly indicator: string
  readonly target: string
  readonly period: Period
  readonly series: Series | null
  /** The figure with what a register adds to it: zero counts when the register was kept. */
  readonly value: string | null
  /** Why there is no figure, or why zero counts, in a sentence. */
  readonly note: string | null
}

export type FrozenRow = {
  readonly reading: SealedLine
  readonly records: readonly SealedLine[]
}

/** Makes the salt of one field after the other; nobody can guess it from those before. */
export type Salts = () => string

const EVERYTHING = 1_000_000

/** The reading and the very records it is made of, as they are known at `asOf`. */
export async function freezeRow(
  reader: Reader,
  { measures }: Pick<Context, 'measures'>,
  { row, at, asOf, salts }: { row: RowToSeal; at: number; asOf: Temporal.Instant; salts: Salts },
): Promise<FrozenRow> {
  const { indicator, target, series, period, value, note } = row
  const head = { row: at, indicator, target, note }
  const measure = series === null ? undefined : measures.get(series.measure)
  if (series === null || measure === undefined) return { reading: line({ ...head, measure: null }), records: [] }

  const query = { scope: series.scope, params: series.params, period, asOf }
  const { parts } = await measure.read(reader, query)
  const facts = await listFrozen(reader, measure, query)
  const contents = await listContents(reader, measure, facts)
  const { key, name, formula, unit, combine, scale, version } = measure
  const computed = figureOf(parts, combine, scale)
  return {
    reading: line({
      ...head,
      ...{ measure: key, name: name.zh, formula: formula.zh, unit, combine, scale, queryVersion: version },
      ...{ scope: series.scope, params: series.params, period, asOf: asOf.toString() },
      ...{ value: computed ?? value, parts, records: facts.length },
    }),
    records: facts.map((fact) => ({
      facts: factsOf(fact, at),
      fields: fieldsOf(valuesOf(fact, contents), salts),
    })),
  }
}

/** Counted and left out alike, in an order that is always the same. */
export async function listFrozen(reader: Reader, measure: Measure, query: MeasureQuery): Promise<Fact[]> {
  const page = { after: null, limit: EVERYTHING }
  const counted = await measure.list(reader, query, { which: 'counted', ...page })
  return [...counted, ...(await measure.list(reader, query, { which: 'excluded', ...page }))]
}

/** The title, and the whole record in one field: what one column says may be guessed, what all say may not. */
export function valuesOf(fact: Fact, contents: ReadonlyMap<string, Content>): Readonly<Record<string, unknown>> {
  const content = contents.get(`${fact.recordKind} ${fact.id}`)
  return content === undefined ? { title: fact.title } : { title: fact.title, content }
}

/** What stays readable of a record whatever is masked. */
export function factsOf(fact: Fact, row: number): SealedLine['facts'] {
  const { recordKind: kind, id, at, enteredAt, numerator, denominator, exclusion, strength, mark } = fact
  const times = { at: at.toString(), enteredAt: enteredAt.toString() }
  return { row, kind, id, ...times, numerator, denominator, exclusion, strength, mark }
}

function line(facts: SealedLine['facts']): SealedLine {
  return { facts, fields: {} }
}

export function fieldsOf(values: Readonly<Record<string, unknown>>, salts: Salts): SealedLine['fields'] {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [salts(), value] as const]))
}
