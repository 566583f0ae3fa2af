import { FormContentSchema } from '@shiji/kernel/form/form-content-schema'
import { FormTemplate } from '@shiji/kernel/form/form-template'
import { z } from 'zod'
import { UnitId } from './directory.ts'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'

/** Projects and their forms: declarations and self-evaluations, imported, edited, checked, scored and printed. */

export const ProjectId = z.uuid().brand<'ProjectId'>()
export const FormId = z.uuid().brand<'FormId'>()
export type ProjectId = z.infer<typeof ProjectId>
export type FormId = z.infer<typeof FormId>

const read = { permission: 'performance.read' } as const
const write = { permission: 'performance.write' } as const

export const FindingReply = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'hint']),
  where: z.string(),
  message: z.string(),
  why: z.string(),
  advice: z.string(),
})

/** A repair or uncertain reading a person must settle, with the cells as they stood. */
const DoubtReply = z.object({
  where: z.string(),
  code: z.string(),
  message: z.string(),
  rawCells: z.array(z.string()),
  /** Places of the cells it speaks of. */
  quoted: z.array(z.int()),
})

/** Where the promise of a project and year stands. */
export const DeclarationState = z.enum([
  'draft',
  'submitted',
  'in-review',
  'returned',
  'rejected',
  'approved',
  'revised',
  'monitored',
  'self-evaluated',
  're-evaluated',
  'archived',
])

export const ProjectRow = z.object({
  id: ProjectId,
  name: z.string(),
  unitId: UnitId,
  unitName: z.string(),
  forms: z.array(
    z.object({
      id: FormId,
      stage: FormContentSchema.shape.stage,
      year: z.number().int(),
      version: z.number().int(),
      indicators: z.number().int(),
      savedAt: z.iso.datetime(),
      /** Where a declaration stands in its life; null for other sheets. */
      state: DeclarationState.nullable(),
    }),
  ),
})

export const TemplateRow = FormTemplate.pick({ id: true, edition: true, name: true, place: true, stage: true })

/** One form as the editor shows it: the content, what the check says of it, and its score when it is a self-evaluation. */
const OpenForm = z.object({
  id: FormId,
  projectId: ProjectId,
  version: z.number().int(),
  savedAt: z.iso.datetime(),
  savedBy: z.string(),
  content: FormContentSchema,
  findings: z.array(FindingReply),
  score: z
    .object({
      execution: z.object({ rate: z.string().nullable(), score: z.string().nullable() }),
      indicators: z.array(z.object({ score: z.string().nullable(), rule: z.string(), trace: z.string() })),
      total: z.string().nullable(),
      grade: z.string().nullable(),
      warnings: z.array(FindingReply.pick({ code: true, severity: true, where: true, message: true })),
    })
    .nullable(),
})

/**
 * One cell changed, as texts: its address (`fields.项目类别`, `money.yearBudget`, `indicators[12].target`), what the person
 * saw there and what is to stand there. A row comes by writing in a cell one past the last row, or by `indicators[12]`
 * from '' to the row as JSON; it goes by `indicators[12]` from the row as JSON to ''. `indicators[12].doubts` to '' says
 * that a person settled the doubts of a row. Each edit counts rows as the edits before it in the same list left them.
 */
export const CellEdit = z.strictObject({
  where: z.string().max(200),
  was: z.string().max(20_000),
  now: z.string().max(20_000),
})

const version = z.coerce.number().int().positive().max(1_000_000)

export const performance = {
  listProjects: endpoint({
    method: 'GET',
    path: '/projects',
    summary: 'Projects I may see',
    access: read,
    refuses: ['not-found'],
  })
    .input(
      z.object({
        search: z.string().max(50).default(''),
        year: z.coerce.number().int().min(0).max(9999).optional(),
        /** Only projects of this unit and the units below it. */
        unitId: UnitId.optional(),
        after: z.uuid().optional(),
      }),
    )
    .output(z.object({ projects: z.array(ProjectRow), next: z.string().nullable() })),
  search: endpoint({
    method: 'GET',
    path: '/performance/search',
    summary: 'Projects and indicators by a piece of their name, two characters or more',
    access: read,
    refuses: [],
  })
    .input(z.object({ text: z.string().trim().min(1).max(50) }))
    .output(
      z.object({
        projects: z.array(ProjectRow.omit({ forms: true })),
        indicators: z.array(
          z.object({
            formId: FormId,
            where: z.string(),
            name: z.string(),
            target: z.string(),
            project: z.string(),
            stage: FormContentSchema.shape.stage,
            year: z.number().int(),
          }),
        ),
      }),
    ),
  readFile: endpoint({
    method: 'POST',
    path: '/performance/readings',
    summary: 'Read the forms of a file; nothing is saved yet',
    access: write,
    refuses: ['not-found', 'file-unreadable'],
  })
    .input(z.object({ documentId: DocumentId }))
    .output(
      z.object({
        documentId: DocumentId,
        forms: z.array(
          z.object({ content: FormContentSchema, findings: z.array(FindingReply), doubts: z.array(DoubtReply) }),
        ),
      }),
    ),
  createForm: endpoint({
    method: 'POST',
    path: '/forms',
    summary: 'Save a form read from a file, or a blank one, as version 1 of its project and year',
    access: write,
    refuses: ['not-found', 'template-unknown', 'project-unnamed', 'year-missing', 'form-exists'],
  })
    .input(
      z.object({
        unitId: UnitId.optional(),
        /** The project it continues, whatever name the form prints for this year; without one it is found by its name. */
        projectId: ProjectId.optional(),
        content: FormContentSchema,
        documentId: DocumentId.nullable(),
      }),
    )
    .output(OpenForm),
  openForm: endpoint({
    method: 'GET',
    path: '/forms/{id}',
    summary: 'A form to look at or edit',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: FormId, version: version.optional() }))
    .output(OpenForm),
  editCells: endpoint({
    method: 'POST',
    path: '/forms/{id}/edits',
    summary: 'Change cells; cells changed by others meanwhile come back as conflicts',
    access: write,
    refuses: [
      'not-found',
      'cell-unknown',
      'cell-unreadable',
      'part-in-use',
      'year-missing',
      'form-exists',
      'form-locked',
      'self-evaluation-closed',
    ],
  })
    // `version` is the one the person looked at: rows that came or went since are counted in.
    .input(z.object({ id: FormId, version, edits: z.array(CellEdit).min(1).max(1_000) }))
    .output(
      OpenForm.extend({ conflicts: z.array(z.object({ where: z.string(), theirs: z.string(), yours: z.string() })) }),
    ),
  listVersions: endpoint({
    method: 'GET',
    path: '/forms/{id}/versions',
    summary: 'Who saved what when',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: FormId }))
    .output(
      z.array(
        z.object({
          version: z.number().int(),
          savedAt: z.iso.datetime(),
          savedBy: z.string(),
          cells: z.number().int(),
        }),
      ),
    ),
  compareVersions: endpoint({
    method: 'GET',
    path: '/forms/{id}/differences',
    summary: 'What must be edited to get from one version to another',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: FormId, from: version, to: version }))
    .output(z.array(z.object({ where: z.string(), was: z.string(), now: z.string() }))),
  listTemplates: endpoint({
    method: 'GET',
    path: '/templates',
    summary: 'The official sheets this product knows',
    access: read,
    refuses: [],
  }).output(z.array(TemplateRow)),
  readTemplate: endpoint({
    method: 'GET',
    path: '/templates/{id}/{edition}',
    summary: 'One official sheet: its fields, tree, checks and layout',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: z.string().max(100), edition: z.string().max(20) }))
    .output(FormTemplate),
  printForm: endpoint({
    method: 'GET',
    path: '/forms/{id}/print/{as}',
    summary: '正式表: the official form as a file',
    access: read,
    refuses: ['not-found', 'template-unknown', 'not-printed'],
  })
    .input(z.object({ id: FormId, as: z.enum(['html', 'docx', 'xlsx', 'pdf']) }))
    .output(z.file()),
}
