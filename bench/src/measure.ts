/** One measured number with the goal it is held against. */
export type Figure = {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly goal: string
  readonly met: boolean
}

export type Goal = { readonly atMost: number } | { readonly atLeast: number }

export function figure(name: string, measured: { value: number; unit: string }, goal: Goal): Figure {
  const met = 'atMost' in goal ? measured.value <= goal.atMost : measured.value >= goal.atLeast
  const text = 'atMost' in goal ? `≤ ${goal.atMost}` : `≥ ${goal.atLeast}`
  return {
    name,
    value: Math.round(measured.value * 1000) / 1000,
    unit: measured.unit,
    goal: `${text} ${measured.unit}`,
    met,
  }
}

type Rounds = { readonly warmUp: number; readonly rounds: number }

/** Median milliseconds of `rounds` runs after `warmUp` runs that do not count. */
export async function medianMs(run: () => unknown, { warmUp = 2, rounds = 7 } = {}): Promise<number> {
  return median(await timesOf(run, { warmUp, rounds }))
}

/** Milliseconds of each run that counts; a run is told its round. */
export async function timesOf(run: (round: number) => unknown, { warmUp, rounds }: Rounds): Promise<number[]> {
  const times: number[] = []
  for (let round = -warmUp; round < rounds; round += 1) {
    const ms = await timed(() => run(Math.abs(round)))
    if (round >= 0) times.push(ms)
  }
  return times
}

export type Pair = { readonly productMs: number; readonly bareMs: number; readonly ratio: number }

/** Medians of the product and of the bare work, turn about, so that whatever else the machine does meets both. */
export async function compareInTurn(
  product: () => unknown,
  bare: () => unknown,
  { warmUp, rounds }: Rounds = { warmUp: 50, rounds: 300 },
): Promise<Pair> {
  const times: { product: number[]; bare: number[] } = { product: [], bare: [] }
  for (let round = -warmUp; round < rounds; round += 1) {
    const [ofProduct, ofBare] = [await timed(product), await timed(bare)]
    if (round < 0) continue
    times.product.push(ofProduct)
    times.bare.push(ofBare)
  }
  const [productMs, bareMs] = [median(times.product), median(times.bare)]
  return { productMs, bareMs, ratio: productMs / bareMs }
}

/** Milliseconds of one run. */
export async function timed(run: () => unknown): Promise<number> {
  const begun = performance.now()
  await run()
  return performance.now() - begun
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

/** The value below which the share of all values lies; NaN when there are none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}
