import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { ProjectId } from './performance.ts'

/** How long answers and repairs took: half, nine in ten, 95 in 100, and the longest. */

export const TimedClock = z.enum(['response', 'recovery'])
/** 等级 · 服务 · 解决方式. */
export const FiguresBy = z.enum(['severity', 'service', 'manner'])

const seconds = z.int()

const TimeFigures = z.object({
  clock: TimedClock,
  /** A key of what was grouped by; null is everything, `none` what has no such mark yet. */
  group: z.string().nullable(),
  tickets: z.int(),
  /** The nearest rank: as many per cent of the tickets took at most this long. */
  p50: seconds,
  p90: seconds,
  p95: seconds,
  longest: seconds,
  /** Stopped within its time, in per cent to two digits. */
  kept: z.string(),
})

export const deskFigures = {
  readFigures: endpoint({
    method: 'GET',
    path: '/desk/figures',
    summary: 'Percentiles of response and recovery of the tickets reported in a year, in the hours their clocks count',
    access: { permission: 'desk.read' },
    refuses: ['not-found'],
  })
    .input(
      z.object({
        year: z.coerce.number().int().min(1970).max(2199),
        by: FiguresBy.default('severity'),
        projectId: ProjectId.optional(),
      }),
    )
    .output(z.array(TimeFigures)),
}
