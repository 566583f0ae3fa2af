import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Occurrence, OccurrenceId } from './upkeep.ts'

/** 日志, 月报, 季报, 半年巡检报告, 年报: written from the records of their time; only the remarks are typed. */

const read = { permission: 'upkeep.read' } as const

const ReportFigure = z.object({
  section: z.string(),
  name: z.string(),
  /** null: no record of it in that time. */
  value: z.string().nullable(),
  unit: z.string(),
  /** How many records it is made of. */
  counted: z.int(),
  formula: z.string(),
})

const ReportDraft = z.object({
  occurrence: Occurrence,
  from: z.iso.date(),
  until: z.iso.date(),
  /** The figures are those known then: once handed in, the report stands. */
  asOf: z.iso.datetime(),
  figures: z.array(ReportFigure),
  missed: z.array(z.object({ id: OccurrenceId, what: z.string(), day: z.iso.date(), cause: z.string().nullable() })),
})

export const upkeepReports = {
  readReport: endpoint({
    method: 'GET',
    path: '/upkeep/reports/{id}',
    summary: 'A report that is due, written from the records of its time',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: OccurrenceId }))
    .output(ReportDraft),
  printReport: endpoint({
    method: 'GET',
    path: '/upkeep/reports/{id}/print/{as}',
    summary: 'The report as a file',
    access: read,
    refuses: ['not-found', 'not-printed'],
  })
    .input(z.object({ id: OccurrenceId, as: z.enum(['html', 'docx', 'pdf']) }))
    .output(z.file()),
}
