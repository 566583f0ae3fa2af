import { compare, type Decimal, decimal, isNegative, multiply, round, subtract } from '../decimal.ts'
import { fail, ok, type Result } from '../result.ts'
import type { ScoringRules } from '../rule-pack.ts'
import { fullPoints, TWO_PLACES } from './points.ts'
import { step, type TraceStep } from './trace.ts'

export type QualityBand = ScoringRules['qualitative']['bands'][number]

/** A score inside a band, or the step that says why it is not accepted. */
export type BandScore = Result<{ score: Decimal; band: QualityBand; steps: readonly TraceStep[] }, TraceStep>

const SMALLEST_POINT = decimal('0.01')

/** rules.md §3.6 R-QUAL: the unit picks a band, then a score inside it; the lower edge belongs to the band. */
export function acceptBand(
  choice: { readonly band: string; readonly score: Decimal | null; readonly weight: Decimal },
  bands: readonly QualityBand[],
): BandScore {
  const { weight, score } = choice
  const index = bands.findIndex(({ name }) => name.zh === choice.band || name.en === choice.band)
  const band = bands[index]
  if (band === undefined) return fail(step('band-unknown', { band: choice.band }))
  const said = { ...bandNames(band), ...edges(bands, index, weight) }
  if (score === null) return fail(step('band-score-missing', said))
  const shown = printed(score)
  if (bandOfScore(score, weight, bands) !== band) return fail(step('band-rejected', { ...said, score: shown }))
  const accepted = round(score, TWO_PLACES)
  return ok({ score: accepted, band, steps: [step('band-chosen', { ...said, score: accepted })] })
}

/** A score the unit printed without naming a band: it names the band it lies in. */
export function acceptPrintedScore(score: Decimal, weight: Decimal, bands: readonly QualityBand[]): BandScore {
  const band = bandOfScore(score, weight, bands)
  if (band === null) return fail(step('score-not-accepted', { score, weight }))
  const accepted = round(score, TWO_PLACES)
  const said = { ...bandNames(band), ...edges(bands, bands.indexOf(band), weight), score: accepted }
  return ok({ score: accepted, band, steps: [step('band-of-score', said)] })
}

/** 0 ≤ score ≤ weight in whole hundredths. */
export function isPossibleScore(score: Decimal, weight: Decimal): boolean {
  const hundredths = compare(round(score, { scale: 2, rounding: 'down' }), score) === 0
  return hundredths && !isNegative(score) && compare(score, weight) <= 0
}

/** The band in both languages, as trace sentences ask for it. */
export function bandNames({ name }: QualityBand): { band: string; bandEn: string } {
  return { band: name.zh, bandEn: name.en }
}

function bandOfScore(score: Decimal, weight: Decimal, bands: readonly QualityBand[]): QualityBand | null {
  if (!isPossibleScore(score, weight)) return null
  return bands.find(({ from }) => compare(score, multiply(from, weight)) >= 0) ?? null
}

function edges(bands: readonly QualityBand[], index: number, weight: Decimal): { low: string; high: string } {
  const low = round(multiply(bands[index]?.from ?? decimal('0'), weight), { scale: 2, rounding: 'up' })
  const above = bands[index - 1]
  if (above === undefined) return { low, high: fullPoints(weight) }
  const edge = round(multiply(above.from, weight), { scale: 2, rounding: 'up' })
  return { low, high: subtract(edge, SMALLEST_POINT) }
}

function printed(score: Decimal): Decimal {
  return isPossibleScore(score, decimal('100')) ? round(score, TWO_PLACES) : score
}
