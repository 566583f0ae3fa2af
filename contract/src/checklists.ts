import { Strength } from '@shiji/kernel/evidence/row-shape'
import { z } from 'zod'
import { DocumentId } from './documents.ts'
import { endpoint } from './endpoint.ts'
import { FormId } from './performance.ts'

/** 清单: what a promise in words asks for, each item proved by a file or a record with its time of validity. */

const read = { permission: 'performance.read' } as const
const write = { permission: 'performance.write' } as const

const row = z.object({ id: FormId, position: z.coerce.number().int().min(0).max(999) })
const because = z.string().trim().min(1).max(500)
const name = z.string().trim().min(1).max(200)

const Ended = z.object({ at: z.iso.datetime(), by: z.string(), because: z.string() })

const ChecklistProof = z.object({
  id: z.uuid(),
  /** The file; null for a record. */
  documentId: z.string().nullable(),
  name: z.string(),
  /** What the record is called, 工单; null for a file. */
  kind: z.string().nullable(),
  page: z.string().nullable(),
  strength: Strength,
  validFrom: z.iso.date().nullable(),
  validUntil: z.iso.date().nullable(),
  note: z.string(),
  provedAt: z.iso.datetime(),
  provedBy: z.string(),
  /** Neither taken back nor run out. */
  inForce: z.boolean(),
  withdrawn: Ended.nullable(),
})

export const Checklist = z.object({
  list: z.string(),
  name: z.string(),
  year: z.int(),
  /** False until somebody lays it out; `pattern` says what will be asked for. */
  laid: z.boolean(),
  pattern: z.array(z.string()),
  items: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      askedOn: z.iso.date(),
      fulfilled: z.boolean(),
      /** Does not apply, and why. */
      dropped: Ended.nullable(),
      proofs: z.array(ChecklistProof),
    }),
  ),
})

const ProofRecord = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  at: z.iso.datetime(),
  strength: Strength,
})

const PATH = '/declarations/{id}/evidence/{position}/checklist'

export const checklists = {
  listPatterns: endpoint({
    method: 'GET',
    path: '/checklists',
    summary: 'The checklists there are patterns of',
    access: read,
    refuses: [],
  }).output(z.array(z.object({ key: z.string(), name: z.string(), items: z.array(z.string()) }))),
  readChecklist: endpoint({
    method: 'GET',
    path: PATH,
    summary: 'The checklist that proves a row, item by item',
    access: read,
    refuses: ['not-found'],
  })
    .input(row)
    .output(Checklist),
  layOutChecklist: endpoint({
    method: 'POST',
    path: PATH,
    summary: 'Lay the checklist out for the year; asked again it answers the one that is there',
    access: write,
    refuses: ['not-found', 'deed-impossible'],
  })
    .input(row)
    .output(Checklist),
  addChecklistItem: endpoint({
    method: 'POST',
    path: `${PATH}/items`,
    summary: 'Ask for one thing more, such as a site or a paper this office wants',
    access: write,
    refuses: ['not-found', 'deed-impossible', 'checklist-full'],
  })
    .input(row.extend({ name }))
    .output(Checklist),
  dropChecklistItem: endpoint({
    method: 'POST',
    path: `${PATH}/items/{itemId}/drop`,
    summary: 'Say that an item does not apply, and why',
    access: write,
    refuses: ['not-found', 'deed-impossible', 'checklist-item-dropped'],
  })
    .input(row.extend({ itemId: z.uuid(), because }))
    .output(Checklist),
  proveChecklistItem: endpoint({
    method: 'POST',
    path: `${PATH}/items/{itemId}/proofs`,
    summary: 'Tick an item by the file or the record that proves it',
    access: write,
    refuses: ['not-found', 'deed-impossible', 'checklist-item-dropped', 'measure-unknown', 'input-invalid'],
  })
    .input(
      row.extend({
        itemId: z.uuid(),
        what: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('file'), documentId: DocumentId }),
          z.object({ kind: z.literal('regulation'), regulationId: z.uuid() }),
          z.object({ kind: z.literal('record'), measure: z.string().max(100), recordId: z.string().max(100) }),
        ]),
        validFrom: z.iso.date().nullable().default(null),
        validUntil: z.iso.date().nullable().default(null),
        note: z.string().trim().max(500).default(''),
      }),
    )
    .output(Checklist),
  withdrawChecklistProof: endpoint({
    method: 'POST',
    path: `${PATH}/proofs/{proofId}/withdrawal`,
    summary: 'Take a proof back that does not hold, and say why; it stays to be seen',
    access: write,
    refuses: ['not-found', 'deed-impossible', 'changed-meanwhile'],
  })
    .input(row.extend({ proofId: z.uuid(), because }))
    .output(Checklist),
  listProofRecords: endpoint({
    method: 'GET',
    path: `${PATH}/records`,
    summary: 'Records of a measure within the year that could prove an item, the newest first',
    access: read,
    refuses: ['not-found', 'measure-unknown'],
  })
    .input(row.extend({ measure: z.string().max(100) }))
    .output(z.array(ProofRecord)),
}
