import { isDeepStrictEqual } from 'node:util'
import { readLine, type SealedField, type SealedLine } from '@shiji/kernel/bundle/sealed-line'
import { PACK } from '@shiji/kernel/bundle/verify-pack'
import type { Context } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import type { Fact, Measure, Period, Scope } from '#platform/measure'
import { factsOf, listFrozen } from './freeze-row.ts'
import { type Content, listContents } from './list-contents.ts'
import type { Seal } from './seal-store.ts'

/** A record that is not in the database as it was sealed. */
export type SealDifference = {
  readonly indicator: string
  readonly kind: string
  readonly id: string
  readonly title: string
  readonly how: 'gone' | 'came' | 'changed'
  /** The columns that differ. */
  readonly what: readonly string[]
}

type SealCheck = {
  readonly records: number
  readonly differences: readonly SealDifference[]
  /** Rows whose query has changed since, so that they cannot be read again. */
  readonly unreadable: readonly string[]
}

/** Reads every record again as it was known then and holds it against what was sealed, column by column. */
export async function checkSeal(context: Context, seal: Seal): Promise<SealCheck> {
  const lines = new Map<string, SealedLine[]>()
  for (const { path, sha256 } of seal.files) {
    if (path.endsWith('.jsonl')) lines.set(path, readLines(await context.files.open(sha256)))
  }
  return read(context.db, async (reader) => {
    const differences: SealDifference[] = []
    const unreadable: string[] = []
    for (const [at, { facts }] of (lines.get(PACK.readings) ?? []).entries()) {
      const measure = context.measures.get(String(facts.measure))
      if (facts.measure === null) continue
      if (measure === undefined || measure.version !== facts.queryVersion) unreadable.push(String(facts.indicator))
      else {
        const sealed = lines.get(PACK.recordsOf(at + 1)) ?? []
        differences.push(...(await compareRow(reader, { measure, reading: facts, sealed })))
      }
    }
    return { records: seal.records, differences, unreadable }
  })
}

type Row = {
  readonly measure: Measure
  readonly reading: SealedLine['facts']
  readonly sealed: readonly SealedLine[]
}

async function compareRow(reader: Reader, { measure, reading, sealed }: Row): Promise<SealDifference[]> {
  const indicator = String(reading.indicator)
  const facts = await listFrozen(reader, measure, {
    scope: reading.scope as Scope,
    params: reading.params,
    period: reading.period as Period,
    asOf: Temporal.Instant.from(String(reading.asOf)),
  })
  const contents = await listContents(reader, measure, facts)
  const now = new Map(facts.map((fact) => [keyOf(fact.recordKind, fact.id), fact]))
  const known = new Set(sealed.map((line) => keyOf(line.facts.kind, line.facts.id)))
  const changed = sealed.flatMap((line): SealDifference[] => {
    const key = keyOf(line.facts.kind, line.facts.id)
    const fact = now.get(key)
    const head = { indicator, kind: String(line.facts.kind), id: String(line.facts.id), title: titleOf(line) }
    if (fact === undefined) return [{ ...head, how: 'gone', what: [] }]
    const what = changesOf(line, fact, contents.get(key) ?? {})
    return what.length === 0 ? [] : [{ ...head, how: 'changed', what }]
  })
  const came = facts
    .filter(({ recordKind, id }) => !known.has(keyOf(recordKind, id)))
    .map(({ recordKind: kind, id, title }) => ({ indicator, kind, id, title, how: 'came', what: [] }) as const)
  return [...changed, ...came]
}

function changesOf(line: SealedLine, fact: Fact, content: Content): string[] {
  const sealed = { ...openField(line.fields.content), title: openField(line.fields.title), ...line.facts }
  const now = { ...content, title: fact.title, ...factsOf(fact, Number(line.facts.row)) }
  const names = new Set([...Object.keys(sealed), ...Object.keys(now)])
  return [...names].filter((name) => !isDeepStrictEqual(sealed[name as 'title'], now[name as 'title']))
}

function openField(field: SealedField | undefined): Record<string, unknown> | undefined {
  return field === undefined || typeof field === 'string' ? undefined : (field[1] as Record<string, unknown>)
}

function titleOf({ fields: { title } }: SealedLine): string {
  return title === undefined || typeof title === 'string' ? '' : String(title[1])
}

function keyOf(kind: unknown, id: unknown): string {
  return `${kind} ${id}`
}

function readLines(bytes: Uint8Array): SealedLine[] {
  const texts = new TextDecoder().decode(bytes).replace(/\n$/, '').split('\n')
  return texts.flatMap((text) => readLine(text) ?? [])
}
