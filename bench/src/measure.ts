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

/** Median milliseconds of `rounds` runs after `warmUp` runs that do not count. */
export async function medianMs(run: () => unknown, { warmUp = 2, rounds = 7 } = {}): Promise<number> {
  for (let index = 0; index < warmUp; index += 1) await run()
  const times: number[] = []
  for (let index = 0; index < rounds; index += 1) {
    const start = performance.now()
    await run()
    times.push(performance.now() - start)
  }
  return median(times)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
