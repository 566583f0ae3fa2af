import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { FormYear } from './money.ts'
import { FormId, ProjectId } from './performance.ts'

/** 驾驶舱: lights, money and deadlines of the units a leader answers for (screens.md S34). */

const Lights = z.object({
  alarm: z.int(),
  watch: z.int(),
  fine: z.int(),
  notBegun: z.int(),
  unbound: z.int(),
})

/** 元; the rate in percent, null without a budget. */
const Money = z.object({ budget: z.string(), executed: z.string(), rate: z.string().nullable(), without: z.int() })

const Summary = z.object({ projects: z.int(), lights: Lights, money: Money })

const Place = z.object({ formId: FormId, project: z.string(), unit: z.string() })

export const CockpitReply = z.object({
  year: z.int(),
  asOf: z.iso.datetime(),
  all: Summary,
  units: z.array(Summary.extend({ unitId: UnitId, unit: z.string() })),
  /** Rows in alarm first, then those to watch; each opens its records. */
  worst: z.array(
    Place.extend({ position: z.int(), indicator: z.string(), light: z.enum(['alarm', 'watch']), why: z.string() }),
  ),
  /** Least of its budget spent first; each opens its payments. */
  money: z.array(
    Place.extend({
      projectId: ProjectId,
      budget: z.string().nullable(),
      executed: z.string(),
      rate: z.string().nullable(),
    }),
  ),
  /** What is due for the year and not done, the nearest first. */
  deadlines: z.array(
    Place.extend({
      kind: z.enum(['rectification', 'monitoring', 'budget-meeting', 'self-evaluation']),
      dueOn: z.iso.date(),
      /** Until it is due; below zero when it is late. */
      days: z.int(),
    }),
  ),
  /** More declarations than one page reads. */
  more: z.boolean(),
})

export const ProjectLights = z.object({
  year: z.int(),
  projects: z.array(
    z.object({
      projectId: ProjectId,
      /** The approved declaration of the year. */
      formId: FormId,
      lights: Lights,
      /** 元; null when none is on record. */
      budget: z.string().nullable(),
      executed: z.string(),
    }),
  ),
  /** More declarations than one page reads. */
  more: z.boolean(),
})

export const cockpit = {
  listProjectLights: endpoint({
    method: 'GET',
    path: '/performance/project-lights',
    summary: 'How many rows of each approved declaration of a year stand at which light, with its money',
    access: { permission: 'performance.read' },
    refuses: ['not-found'],
  })
    .input(z.object({ year: FormYear, unitId: UnitId.optional() }))
    .output(ProjectLights),
  readCockpit: endpoint({
    method: 'GET',
    path: '/performance/cockpit',
    summary: 'Lights, money and deadlines of a year over the units I answer for, or one of them',
    access: { permission: 'performance.read' },
    refuses: ['not-found'],
  })
    .input(z.object({ year: FormYear, unitId: UnitId.optional() }))
    .output(CockpitReply),
  findWorkingYear: endpoint({
    method: 'GET',
    path: '/performance/working-year',
    summary: 'The newest year up to this one of which I see an approved declaration',
    access: { permission: 'performance.read' },
    refuses: [],
  }).output(z.object({ year: z.int().nullable() })),
}
