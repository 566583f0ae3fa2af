import { Strength } from '@shiji/kernel/evidence/row-shape'
import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { MeasureReply } from './evidence.ts'
import { FormId, ProjectId } from './performance.ts'

/** The rows of approved declarations with the records that prove them: board, row, evidence (screens.md S11–S13). */

const read = { permission: 'performance.read' } as const
const write = { permission: 'performance.write' } as const

const id = z.object({ id: FormId })
const row = id.extend({ position: z.coerce.number().int().min(0).max(999) })

/** ✓ 正常 · ! 关注 · ✕ 预警 · ○ 未开始. */
export const RowLight = z.enum(['fine', 'watch', 'alarm', 'not-begun'])

const Strengths = z.object({ A: z.int(), B: z.int(), C: z.int(), D: z.int() })

/** Everything a figure needs to be believed: how it is computed, of when, from how many, without which. */
const RowReading = z.object({
  value: z.string().nullable(),
  /** What the figure is a quotient of; null where it is none: the longest of all, a count. */
  numerator: z.string().nullable(),
  denominator: z.string().nullable(),
  /** Records that count; the list of the evidence holds as many. */
  counted: z.int(),
  late: z.int(),
  strengths: Strengths,
  exclusions: z.array(z.object({ reason: z.string(), count: z.int() })),
  from: z.iso.date(),
  until: z.iso.date(),
  asOf: z.iso.datetime(),
  queryVersion: z.int(),
  /** Why there is no figure, or why zero counts; null when records speak. */
  note: z.string().nullable(),
})

export const EvidenceRow = z.object({
  position: z.int(),
  level1: z.string(),
  level2: z.string(),
  level3: z.string(),
  target: z.string(),
  /** The bound in the unit of the measure; null where the target is no figure. */
  bound: z.object({ operator: z.enum(['ge', 'gt', 'le', 'lt', 'eq']), value: z.string() }).nullable(),
  measure: MeasureReply.nullable(),
  /** The number of the binding that holds, 0 when there never was one. */
  binding: z.int(),
  reading: RowReading.nullable(),
  light: RowLight.nullable(),
  /** The light in a word, and why, in a sentence. */
  lightName: z.string(),
  why: z.string(),
  headroom: z.string().nullable(),
  forecast: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  forecastText: z.string().nullable(),
  /** January first; null where there is no figure. */
  months: z.array(z.string().nullable()),
  /** A measure the words of the indicator speak for; null when one is bound or none is known. */
  suggestion: z.object({ key: z.string(), name: z.string() }).nullable(),
})

export const BoardDeclaration = z.object({
  id: FormId,
  projectId: ProjectId,
  project: z.string(),
  unit: z.string(),
  year: z.int(),
  rows: z.array(EvidenceRow),
})

export const RowDetail = z.object({
  declaration: BoardDeclaration.omit({ rows: true }),
  row: EvidenceRow,
  params: z.record(z.string(), z.unknown()).nullable(),
  scope: z.object({ unitId: UnitId, unit: z.string(), wholeUnit: z.boolean() }).nullable(),
  history: z.array(
    z.object({
      number: z.int(),
      measure: z.string().nullable(),
      reason: z.string(),
      boundAt: z.iso.datetime(),
      boundBy: z.string(),
    }),
  ),
  /** What this promise was in other years of the project, and what came of it. */
  years: z.array(z.object({ year: z.int(), target: z.string(), value: z.string().nullable() })),
  /** A target held against the last five years of the measure. */
  rehearsal: z
    .object({
      target: z.string(),
      known: z.int(),
      held: z.int(),
      missed: z.array(z.string()),
      worst: z.object({ period: z.string(), value: z.string() }).nullable(),
      soft: z.boolean(),
      readings: z.array(z.object({ period: z.string(), value: z.string().nullable() })),
      sentence: z.string(),
    })
    .nullable(),
})

export const EvidenceRecord = z.object({
  kind: z.string(),
  id: z.string(),
  title: z.string(),
  at: z.iso.datetime(),
  enteredAt: z.iso.datetime(),
  strength: Strength,
  mark: z.enum(['late', 'edited']).nullable(),
  numerator: z.string(),
  denominator: z.string(),
  /** Why it is left out; null when it counts. */
  exclusion: z.string().nullable(),
  /** Whether this record speaks against the promise. */
  against: z.boolean(),
  /** Its own page; null where it has none. */
  page: z.string().nullable(),
})

/** A month end as it was kept, computed again for what was known then, and as the same days stand now. */
export const MonthEnd = z.object({
  month: z.iso.date(),
  asOf: z.iso.datetime(),
  kept: z.string().nullable(),
  again: z.string().nullable(),
  /** null when the query itself has changed since. */
  agrees: z.boolean().nullable(),
  today: z.string().nullable(),
  because: z.array(
    z.object({
      kind: z.string(),
      id: z.string(),
      title: z.string(),
      at: z.iso.datetime(),
      enteredAt: z.iso.datetime(),
      how: z.enum(['came', 'changed', 'gone']),
      page: z.string().nullable(),
    }),
  ),
  /** In words. */
  sentence: z.string(),
})

const EvidencePage = z.object({
  row: EvidenceRow,
  records: z.array(EvidenceRecord),
  next: z.string().nullable(),
})

export const evidenceRows = {
  readBoard: endpoint({
    method: 'GET',
    path: '/evidence/board',
    summary: 'All rows of the approved declarations of a year, each with its light',
    access: read,
    refuses: ['not-found'],
  })
    .input(
      z.object({
        year: z.coerce.number().int().min(1990).max(2100),
        projectId: ProjectId.optional(),
        unitId: UnitId.optional(),
      }),
    )
    .output(z.object({ year: z.int(), declarations: z.array(BoardDeclaration), more: z.boolean() })),
  readRow: endpoint({
    method: 'GET',
    path: '/declarations/{id}/evidence/{position}',
    summary: 'One row with its forecast, its headroom, other years, and the rehearsal of a target',
    access: read,
    refuses: ['not-found'],
  })
    .input(row.extend({ target: z.string().max(200).optional() }))
    .output(RowDetail),
  listEvidence: endpoint({
    method: 'GET',
    path: '/declarations/{id}/evidence/{position}/records',
    summary: 'The very records a figure is made of, those left out, or those that speak against the promise',
    access: read,
    refuses: ['not-found'],
  })
    .input(row.extend({ which: z.enum(['counted', 'excluded', 'against']), after: z.string().max(100).optional() }))
    .output(EvidencePage),
  listMonthEnds: endpoint({
    method: 'GET',
    path: '/declarations/{id}/evidence/{position}/month-ends',
    summary: 'What the row said at each month end, computed again as of then, and the records by which today differs',
    access: read,
    refuses: ['not-found'],
  })
    .input(row)
    .output(z.array(MonthEnd)),
  bindRow: endpoint({
    method: 'PUT',
    path: '/declarations/{id}/evidence/{position}/binding',
    summary: 'Say which measure proves a row, and why; null takes it back',
    access: write,
    refuses: ['not-found', 'changed-meanwhile', 'measure-unknown', 'input-invalid', 'deed-impossible'],
  })
    .input(
      row.extend({
        measure: z.string().max(100).nullable(),
        params: z.record(z.string(), z.unknown()).default({}),
        /** Records of the whole unit, not of this project alone. */
        wholeUnit: z.boolean().default(false),
        reason: z.string().trim().min(1).max(500),
        seen: z.int().min(0),
      }),
    )
    .output(EvidenceRow),
  bindSuggested: endpoint({
    method: 'POST',
    path: '/declarations/{id}/evidence/bindings',
    summary: 'Bind every row to the measure its own words speak for, where there is one',
    access: write,
    refuses: ['not-found', 'changed-meanwhile', 'measure-unknown', 'input-invalid', 'deed-impossible'],
  })
    .input(id)
    .output(BoardDeclaration),
}
