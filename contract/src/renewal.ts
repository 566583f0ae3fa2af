import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { FormId, ProjectId } from './performance.ts'
import { Consequence } from './results.ts'

/** A declaration from last year's: what can be carried over, what the system knew, what a person is asked. */

const write = { permission: 'performance.write' } as const
const year = z.coerce.number().int().min(1990).max(2100)

const RenewalRow = z.object({
  formId: FormId,
  projectId: ProjectId,
  project: z.string(),
  unitName: z.string(),
  /** The year of the declaration it would be taken from. */
  year: z.number().int(),
  indicators: z.number().int(),
  /** The form says that the work comes again every year. */
  recurring: z.boolean(),
})

/** Many forms at once are one list on the screen. */
const MOST_AT_ONCE = 50

export const RenewedRow = z.object({
  /** The declaration it was to be begun from. */
  from: FormId,
  /** As the new year's declaration is called; '' when it could not be looked at. */
  project: z.string(),
  outcome: z.enum(['made', 'exists', 'refused']),
  /** The declaration of the year, begun now or there before. */
  made: FormId.nullable(),
  /** How many places and rows a person has to look at in the draft. */
  open: z.int(),
  /** What to know before it is sent, or why it was not begun. */
  notes: z.array(z.string()),
})

export const renewal = {
  renewSeveral: endpoint({
    method: 'POST',
    path: '/renewals/{year}',
    summary: 'Begin the declarations of a year from several earlier ones; what is there already stays as it is',
    access: write,
    refuses: ['not-found'],
  })
    .input(z.object({ year, ids: z.array(FormId).min(1).max(MOST_AT_ONCE) }))
    .output(z.array(RenewedRow)),
  listRenewals: endpoint({
    method: 'GET',
    path: '/renewals',
    summary: 'The newest declaration of every project, the likeliest to be declared again first',
    access: write,
    refuses: [],
  })
    .input(z.object({ search: z.string().max(50).default('') }))
    .output(z.array(RenewalRow)),
  previewRenewal: endpoint({
    method: 'GET',
    path: '/renewals/{id}/{year}',
    summary: 'The declaration of a year as last year’s gives it; nothing is saved',
    access: write,
    refuses: ['not-found', 'not-a-later-year'],
  })
    .input(z.object({ id: FormId, year }))
    .output(
      z.object({
        formId: FormId,
        projectId: ProjectId,
        unitId: UnitId,
        fromYear: z.number().int(),
        /** The form of that year, when the project has it already. */
        existing: FormId.nullable(),
        hasSelfEvaluation: z.boolean(),
        /** What the years before mean for this declaration; null when they left nothing behind. */
        consequence: Consequence.nullable(),
        /** Texts and days stand as they were; the proposals say what they would become. */
        content: FormContentSchema,
        proposals: z.array(
          z.object({ where: z.string(), was: z.string(), now: z.string(), kind: z.enum(['day', 'text']) }),
        ),
        filled: z.array(
          z.object({
            where: z.string(),
            value: z.string(),
            from: z.enum(['last-declaration', 'self-evaluation', 'payments', 'today']),
          }),
        ),
        notices: z.array(z.object({ where: z.string(), message: z.string() })),
        points: z.object({ money: z.array(z.string()), days: z.array(z.string()), people: z.array(z.string()) }),
        rows: z.array(
          z.object({
            row: z.number().int(),
            name: z.string(),
            target: z.string(),
            actual: z.string().nullable(),
            verdict: z.enum(['kept', 'missed', 'far-over', 'open', 'not-reported']),
            says: z.string(),
          }),
        ),
      }),
    ),
}
