import { Direction, LibraryEntry } from '@shiji/kernel/library/library-pack'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { FormId } from './performance.ts'

/** The newest when none is named. */
const version = z.coerce.number().int().positive().max(1_000_000).optional()

/** The indicator library: what is usually promised for a kind of service, and which records prove it. */

const read = { permission: 'performance.read' } as const
/** Finance keeps the library. */
const keep = { permission: 'performance.review' } as const

/** An id of the pack, or of an entry the district added itself. The walk knows ids of things by their exported names. */
export const EntryId = z.string().min(1).max(100)

const bilingual = z.object({ zh: z.string(), en: z.string() })

export const LibraryRow = LibraryEntry.extend({
  id: EntryId,
  origin: z.enum(['pack', 'own']),
  /** On how many forms the person may see it stands, under any of its names. */
  uses: z.number().int(),
  /** Its level names on the sheet of the form asked about; the library's own without one. */
  place: z.object({ level1: z.string(), level2: z.string() }),
  /** The row of the form asked about that promises it already, counted from 0. */
  onForm: z.number().int().nullable(),
  retired: z.object({ reason: z.string(), at: z.iso.datetime(), by: z.string() }).nullable(),
})

export const NewEntry = z.strictObject({
  services: z.array(z.string().min(1).max(40)).min(1).max(20),
  level1: z.string().trim().min(2).max(100),
  level2: z.string().trim().min(2).max(100),
  level3: z.string().trim().min(2).max(100),
  synonyms: z.array(z.string().trim().min(2).max(100)).max(20).default([]),
  unit: z.string().trim().min(1).max(20).nullable(),
  direction: Direction,
  targets: z.array(z.string().trim().min(1).max(100)).min(1).max(10),
  remark: z.string().trim().min(1).max(300),
})

const DuplicateReply = z.object({
  kind: z.enum(['within', 'sister', 'library']),
  where: z.string(),
  name: z.string(),
  /** The same promise for certain, or perhaps. */
  likeness: z.enum(['same', 'near']),
  message: z.string(),
  why: z.string(),
  /** What the name would be, were it written as elsewhere; null for a row promised twice. */
  otherName: z.string().nullable(),
})

export const library = {
  searchLibrary: endpoint({
    method: 'GET',
    path: '/library/entries',
    summary: 'Indicators of the library by name, synonym or pinyin initials, for a kind of service',
    access: read,
    refuses: ['not-found'],
  })
    .input(
      z.object({
        text: z.string().trim().max(50).default(''),
        service: z.string().max(40).optional(),
        /** Places every entry on the sheet of this form and says whether it stands there already. */
        formId: FormId.optional(),
        version,
        retired: z.enum(['hide', 'show']).default('hide'),
      }),
    )
    .output(
      z.object({
        services: z.array(z.object({ key: z.string(), name: bilingual, entries: z.number().int() })),
        entries: z.array(LibraryRow),
        /** How many entries fit, shown or not. */
        total: z.number().int(),
      }),
    ),
  listUses: endpoint({
    method: 'GET',
    path: '/library/entries/{id}/uses',
    summary: 'Where an indicator of the library is promised, the newest forms first',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: EntryId }))
    .output(
      z.array(
        z.object({
          formId: FormId,
          where: z.string(),
          name: z.string(),
          target: z.string(),
          project: z.string(),
          unit: z.string(),
          year: z.number().int(),
        }),
      ),
    ),
  addEntry: endpoint({
    method: 'POST',
    path: '/library/entries',
    summary: 'Add an indicator to the library of the district',
    access: keep,
    refuses: ['indicator-known', 'service-unknown'],
  })
    .input(NewEntry)
    .output(z.object({ id: EntryId })),
  retireEntry: endpoint({
    method: 'POST',
    path: '/library/entries/{id}/retirement',
    summary: 'Take an indicator out of the library; forms that promise it keep it',
    access: keep,
    refuses: ['not-found', 'indicator-retired'],
  })
    .input(z.object({ id: EntryId, reason: z.string().trim().min(1).max(300) }))
    .output(z.object({ id: EntryId })),
  restoreEntry: endpoint({
    method: 'DELETE',
    path: '/library/entries/{id}/retirement',
    summary: 'Put a retired indicator back into the library',
    access: keep,
    refuses: ['not-found'],
  })
    .input(z.object({ id: EntryId }))
    .output(z.object({ id: EntryId })),
  findDuplicates: endpoint({
    method: 'GET',
    path: '/forms/{id}/duplicates',
    summary: 'Rows that promise what is promised elsewhere, perhaps under another name',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: FormId, version }))
    .output(z.array(DuplicateReply)),
}
