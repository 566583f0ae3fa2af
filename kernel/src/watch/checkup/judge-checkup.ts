import type { CheckedEngine, CheckupPack, EngineLine } from './checkup-pack.ts'
import { CHECKUP_GRADES } from './checkup-pack.ts'

/** What one question found about one thing: whole numbers, in the unit the reason of its rule names. */
export type Observation = {
  readonly rule: string
  readonly subject: string
  readonly value: number | null
  readonly shown: Readonly<Record<string, string | number>>
}

/** An observation its rule calls a fault. */
export type CheckupFinding = Observation

/** Figures of the whole, by name: bytes, seconds, percent, counts. */
export type CheckupFigures = Readonly<Record<string, number>>

export type SeenDatabase = {
  readonly engine: CheckedEngine
  /** As the server says it: `15.4`, `10.11.6-MariaDB`. */
  readonly version: string
  readonly observations: readonly Observation[]
  readonly figures: CheckupFigures
  readonly today: Temporal.PlainDate
  /** The last backup and the last restore drill somebody recorded. */
  readonly backupOn: Temporal.PlainDate | null
  readonly drillOn: Temporal.PlainDate | null
  readonly before: { readonly day: Temporal.PlainDate; readonly figures: CheckupFigures } | null
}

/** The faults of a database, the gravest first and then in the order of the rules. */
export function judgeCheckup(pack: CheckupPack, seen: SeenDatabase): CheckupFinding[] {
  const all = [...seen.observations, ...ofVersion(pack, seen), ...ofRecords(seen), ...ofGrowth(seen)]
  return pack.rules
    .toSorted((one, other) => CHECKUP_GRADES.indexOf(one.grade) - CHECKUP_GRADES.indexOf(other.grade))
    .flatMap(({ key, atLeast }) =>
      all
        .filter(({ rule, value }) => rule === key && (atLeast === null || (value !== null && value >= atLeast)))
        .toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0) || compare(one.subject, other.subject)),
    )
}

/** What is new since the check before, and what is gone; a fault is the same when its rule and its subject are. */
export function compareFindings(now: readonly CheckupFinding[], before: readonly CheckupFinding[]) {
  const [known, here] = [before, now].map((findings) => new Set(findings.map(nameOf)))
  return {
    fresh: now.filter((finding) => known?.has(nameOf(finding)) !== true),
    gone: before.filter((finding) => here?.has(nameOf(finding)) !== true),
  }
}

function nameOf({ rule, subject }: CheckupFinding): string {
  return JSON.stringify([rule, subject])
}

/** rules.md §4.1: patches are part of the service; a line nobody mends any more cannot have them. */
function ofVersion({ lines, knownOn }: CheckupPack, { engine, version, today }: SeenDatabase): Observation[] {
  const line = lines.find((one) => one.engine === engine && isOfLine(version, one))
  const found = { subject: version, shown: { knownOn } }
  if (line === undefined) return [{ ...found, rule: 'version-unknown', value: null }]
  const left = today.until(Temporal.PlainDate.from(line.endsOn), { largestUnit: 'days' }).days
  const shown = { ...found.shown, endsOn: line.endsOn, patch: line.patch ?? '' }
  const ends: Observation[] =
    left < 0
      ? [{ ...found, rule: 'version-ended', value: -left, shown }]
      : left <= SOON_DAYS
        ? [{ ...found, rule: 'version-ending', value: left, shown }]
        : []
  const isBehind = line.patch !== null && compareVersions(version, line.patch) < 0
  return isBehind ? [...ends, { ...found, rule: 'patch-behind', value: null, shown }] : ends
}

/** Half a year is what moving a database to another line takes with its tests. */
const SOON_DAYS = 180

function isOfLine(version: string, { line }: EngineLine): boolean {
  return numbersOf(line).every((number, place) => numbersOf(version)[place] === number)
}

function compareVersions(one: string, other: string): number {
  const [left, right] = [numbersOf(one), numbersOf(other)]
  const place = right.findIndex((number, index) => (left[index] ?? 0) !== number)
  return place === -1 ? 0 : (left[place] ?? 0) - (right[place] ?? 0)
}

function numbersOf(version: string): number[] {
  return (/^\d+(\.\d+)*/.exec(version)?.[0] ?? '').split('.').map(Number)
}

function ofRecords({ today, backupOn, drillOn }: SeenDatabase): Observation[] {
  return [
    { on: backupOn, rule: 'backup' },
    { on: drillOn, rule: 'drill' },
  ].map(({ on, rule }) =>
    on === null
      ? { rule: `${rule}-unknown`, subject: '', value: null, shown: {} }
      : { rule: `${rule}-old`, subject: '', value: daysBetween(on, today), shown: { day: on.toString() } },
  )
}

function daysBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days
}

/** Percent in thirty days, from checks at least a week apart: less says nothing about a month. */
function ofGrowth({ figures, before, today }: SeenDatabase): Observation[] {
  const [was, is] = [before?.figures[SIZE] ?? 0, figures[SIZE] ?? 0]
  const days = before === null ? 0 : daysBetween(before.day, today)
  if (days < WEEK || was === 0) return []
  const value = Math.round(((is - was) * 100 * MONTH) / (was * days))
  return [{ rule: 'growth-fast', subject: '', value, shown: { days } }]
}

/** The figure of the space it takes, in bytes. */
export const SIZE = 'size-bytes'
const WEEK = 7
const MONTH = 30

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other)
}
