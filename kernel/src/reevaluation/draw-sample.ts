import { compare, type Decimal, decimal, divide, multiply } from '../decimal.ts'
import type { SamplingRules } from '../life/life-rules.ts'
import { HUNDRED } from '../scoring/points.ts'

/** Something handed in that may be re-evaluated. */
export type Candidate = {
  readonly id: string
  readonly unitId: string
  /** The year's budget in 元. */
  readonly amount: Decimal
}

export type Drawn = {
  readonly id: string
  /** Index of the stratum in the rules. */
  readonly stratum: number
  /** Taken because all of the stratum are, by lot, or because the unit had none. */
  readonly why: 'certain' | 'lot' | 'unit'
  /** The lot itself, 16 hexadecimal digits: whoever has the seed recomputes it. */
  readonly lot: string
}

/**
 * The sample of a seed: stratified by amount, at least `perUnit` of every unit. A candidate's lot depends on the seed
 * and its own id only, so the same frame gives the same sample in any order of the list, and anybody can check one
 * lot alone. rules.md §6, 20.
 */
export function drawSample(candidates: readonly Candidate[], seed: string, rules: SamplingRules): Drawn[] {
  const lots = candidates
    .map((candidate) => ({ ...candidate, lot: lotOf(seed, candidate.id), stratum: stratumOf(candidate.amount, rules) }))
    .toSorted((a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : a.id < b.id ? -1 : 1))
  const drawn = new Map<string, Drawn>()
  for (const [stratum, { certain }] of rules.strata.entries()) {
    const here = lots.filter((one) => one.stratum === stratum)
    const taken = certain ? here : here.slice(0, shareOf(here.length, rules.share))
    for (const { id, lot } of taken) drawn.set(id, { id, stratum, lot, why: certain ? 'certain' : 'lot' })
  }
  for (const [, ofUnit] of Map.groupBy(lots, ({ unitId }) => unitId)) {
    const missing = rules.perUnit - ofUnit.filter(({ id }) => drawn.has(id)).length
    const next = ofUnit.filter(({ id }) => !drawn.has(id)).slice(0, Math.max(missing, 0))
    for (const { id, lot, stratum } of next) drawn.set(id, { id, stratum, lot, why: 'unit' })
  }
  return [...drawn.values()].toSorted((a, b) => a.stratum - b.stratum || (a.lot < b.lot ? -1 : 1))
}

/** 64-bit FNV-1a over the UTF-16 units of `seed`, `:` and `id`, mixed by the finalizer of splitmix64. */
export function lotOf(seed: string, id: string): string {
  const text = `${seed}:${id}`
  let hash = 0xcbf29ce484222325n
  for (let at = 0; at < text.length; at += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(at))) * 0x100000001b3n)
  }
  hash = BigInt.asUintN(64, (hash ^ (hash >> 30n)) * 0xbf58476d1ce4e5b9n)
  hash = BigInt.asUintN(64, (hash ^ (hash >> 27n)) * 0x94d049bb133111ebn)
  return (hash ^ (hash >> 31n)).toString(16).padStart(16, '0')
}

function stratumOf(amount: Decimal, { strata }: SamplingRules): number {
  const found = strata.findIndex(({ from }) => compare(amount, from) >= 0)
  return found < 0 ? strata.length - 1 : found
}

/** Rounded up, so that no stratum is passed over. */
function shareOf(count: number, sharePercent: Decimal): number {
  const exact = divide(multiply(decimal(count), sharePercent), HUNDRED, { scale: 0, rounding: 'up' })
  return Math.min(count, Number(exact))
}
