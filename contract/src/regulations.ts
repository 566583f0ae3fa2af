import { RegulationKind, RegulationState } from '@shiji/kernel/regulation/regulation'
import { z } from 'zod'
import { UnitId } from './directory.ts'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'

/** 制度文件: what the institution has in force, from when until when, and when it was looked at last. */

export const RegulationId = z.uuid().brand<'RegulationId'>()
export type RegulationId = z.infer<typeof RegulationId>

const read = { permission: 'documents.read' } as const
const write = { permission: 'documents.keep' } as const
const day = z.iso.date()
const TextFile = z.object({ id: DocumentId, name: z.string() })

/** A text and the days it holds; both included, null without an end. */
const Text = { documentId: DocumentId, validFrom: day, validUntil: day.nullable() }

const RegulationRow = z.object({
  id: RegulationId,
  unit: z.object({ id: UnitId, name: z.string() }),
  kind: RegulationKind,
  name: z.string(),
  /** 文号 */
  number: z.string(),
  document: TextFile,
  validFrom: day,
  validUntil: day.nullable(),
  lastReviewOn: day.nullable(),
  nextReviewOn: day.nullable(),
  state: RegulationState,
})

export const Regulation = RegulationRow.extend({
  versions: z.array(
    z.object({ document: TextFile, validFrom: day, validUntil: day.nullable(), at: z.iso.datetime(), by: z.string() }),
  ),
  reviews: z.array(
    z.object({ on: day, note: z.string(), nextReviewOn: day.nullable(), at: z.iso.datetime(), by: z.string() }),
  ),
  repealed: z.object({ on: day, because: z.string(), by: z.string() }).nullable(),
})

export const regulations = {
  listRegulations: endpoint({
    method: 'GET',
    path: '/regulations',
    summary: 'Documents of the institution with their validity, those that need something first',
    access: read,
    refuses: [],
  }).output(z.array(RegulationRow)),
  openRegulation: endpoint({
    method: 'GET',
    path: '/regulations/{id}',
    summary: 'One of them with its texts and its reviews',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: RegulationId }))
    .output(Regulation),
  registerRegulation: endpoint({
    method: 'POST',
    path: '/regulations',
    summary: 'Register a document of the own unit; the same id again is the same document',
    access: write,
    refuses: ['not-found', 'input-invalid'],
  })
    .input(
      z.object({
        id: RegulationId,
        kind: RegulationKind,
        name: z.string().trim().min(1).max(100),
        number: z.string().trim().max(60),
        ...Text,
        nextReviewOn: day.nullable(),
      }),
    )
    .output(Regulation),
  reviewRegulation: endpoint({
    method: 'POST',
    path: '/regulations/{id}/reviews',
    summary: 'It was looked at: it stands, or a new text takes its place',
    access: write,
    refuses: ['not-found', 'input-invalid', 'regulation-repealed'],
  })
    .input(
      z.object({
        id: RegulationId,
        on: day,
        note: z.string().trim().min(1).max(500),
        nextReviewOn: day.nullable(),
        replacement: z.object(Text).nullable().default(null),
      }),
    )
    .output(Regulation),
  repealRegulation: endpoint({
    method: 'POST',
    path: '/regulations/{id}/repeal',
    summary: 'It holds no longer from a day on, and why',
    access: write,
    refuses: ['not-found', 'regulation-repealed'],
  })
    .input(z.object({ id: RegulationId, on: day, because: z.string().trim().min(2).max(500) }))
    .output(Regulation),
}
