import { countSeconds, isPlanned, outagesIn, type Seconds } from '@shiji/kernel/watch/availability'
import type { Stretch } from '@shiji/kernel/watch/follow-samples'
import { intersect, type Span } from '@shiji/kernel/watch/spans'
import type { DueTime } from './due-time.ts'

type Seen = {
  readonly stretches: readonly Stretch[]
  readonly due: DueTime
  /** Before its first answer nothing was agreed. */
  readonly begun: number
  readonly at: number
}

type DayFigures = { readonly seconds: Seconds; readonly peak: Seconds; readonly outages: number }

/** The seconds of one day, all of it and within the peak windows; the one way for screens and for the sums kept. */
export function figuresOf(day: Span, { stretches, due, begun, at }: Seen): DayFigures {
  const windows = [{ from: Math.max(day.from, begun), to: day.to }].filter(({ from, to }) => from < to)
  const within = stretches.filter((stretch) => stretch.from < day.to && stretch.to > day.from)
  const planned = due.planned.filter(({ from, to }) => from < day.to && to > day.from)
  const outages = outagesIn(within).filter((outage) => !isPlanned(outage, planned))
  return {
    seconds: countSeconds({ windows, planned, now: at }, within),
    peak: countSeconds({ windows: intersect(windows, due.peaks), planned, now: at }, within),
    outages: outages.length,
  }
}
