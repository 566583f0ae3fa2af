import { MOST_ARCHIVE_BYTES } from '@shiji/contract/archive'
import { findDocument } from '#modules/documents'
import type { PersonContext } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import type { ArchivedFile } from './archive-store.ts'
import type { Year } from './collect-year.ts'

export type Attached = ArchivedFile & { readonly title: string }

const MEGABYTE = 2 ** 20
const UNSAFE_IN_NAMES = /[\\/:*?"<>|\p{Cc}]/gu
const LONGEST_NAME = 80

/** The proof files of the year. They lie in the file store already; here they only get their names in the bundle. */
export function loadAttachments(context: PersonContext, year: Year): Promise<Attached[]> {
  return attach(context, attachedTo(year))
}

export async function attach(context: PersonContext, documentIds: readonly string[]): Promise<Attached[]> {
  const ids = [...new Set(documentIds)].toSorted()
  const found = await read(context.db, async (reader) => {
    const documents = []
    for (const id of ids) documents.push(await findDocument(reader, context.actor, id))
    return documents.filter((document) => document !== undefined)
  })
  const bytes = found.reduce((sum, document) => sum + document.bytes, 0)
  if (bytes > MOST_ARCHIVE_BYTES) {
    refuse('archive-too-large', {
      megabytes: Math.ceil(bytes / MEGABYTE),
      limit: MOST_ARCHIVE_BYTES / MEGABYTE,
    })
  }
  // Two proofs may bear one name: the hash keeps them apart.
  return found.map(({ name, sha256, bytes: size }) => ({
    path: `附件/${sha256.slice(0, 8)}-${name.replaceAll(UNSAFE_IN_NAMES, '_').slice(-LONGEST_NAME)}`,
    title: name,
    bytes: size,
    sha256,
  }))
}

function attachedTo({ revisions, selfEvaluation, rectifications, money }: Year): string[] {
  return [
    ...revisions.flatMap(({ asked }) => [
      ...asked.rows.flatMap(({ documentIds }) => documentIds),
      ...(asked.budgetDecision === null ? [] : [asked.budgetDecision.documentId]),
    ]),
    ...(selfEvaluation?.overrides ?? []).map(({ documentId }) => documentId),
    ...rectifications.flatMap(({ documentIds }) => documentIds),
    ...money.entries.flatMap(({ documentId }) => (documentId === null ? [] : [documentId])),
    ...money.paymentLists,
  ]
}
