import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { FormId } from './performance.ts'

/** 归档: everything a project's year left behind, in one bundle that opens years later without this product. */

const read = { permission: 'performance.read' } as const
const write = { permission: 'performance.write' } as const

/** What one bundle takes of attached files, together. */
export const MOST_ARCHIVE_BYTES = 200 * 2 ** 20

export const ArchiveReply = z.object({
  id: FormId,
  /** SHA-256 of the list of hashes in the bundle, as the ledger keeps it. */
  sumsSha256: z.string(),
  bytes: z.number().int(),
  files: z.array(z.object({ path: z.string(), bytes: z.number().int(), sha256: z.string() })),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
})

const form = z.object({ id: FormId })

export const archive = {
  archiveDeclaration: endpoint({
    method: 'POST',
    path: '/declarations/{id}/archive',
    summary: 'End the year of a declaration and make its bundle; asked again it answers the bundle that is there',
    access: write,
    refuses: ['not-found', 'deed-impossible', 'self-evaluation-on-its-way', 'archive-too-large', 'not-printed'],
  })
    .input(form)
    .output(ArchiveReply),
  readArchive: endpoint({
    method: 'GET',
    path: '/declarations/{id}/archive',
    summary: 'What the bundle of a declaration holds',
    access: read,
    refuses: ['not-found'],
  })
    .input(form)
    .output(ArchiveReply),
  takeArchive: endpoint({
    method: 'GET',
    path: '/declarations/{id}/archive/bundle',
    summary: 'The bundle itself, a zip; the same archive gives the same bytes',
    access: read,
    refuses: ['not-found'],
  })
    .input(form)
    .output(z.file()),
}
