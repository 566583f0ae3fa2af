import type { FormId } from '@shiji/contract/performance'
import { indicatorName } from '@shiji/kernel/revision/revise-declaration'
import { sayChecklist } from '#modules/documents'
import { makeSeal, type RowToSeal, type SealedFile } from '#modules/evidence'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { collectYear } from '../archive/collect-year.ts'
import { attach, loadAttachments } from '../archive/load-attachments.ts'
import { printYear } from '../archive/print-year.ts'
import { type Approved, listApproved } from '../proof/approved-store.ts'
import { loadRows } from '../proof/load-rows.ts'
import { type RowState, sayRowState } from '../proof/say-row.ts'
import { sealNumbered } from './list-declaration-seals.ts'

/** Every row is sealed, those that nothing proves as well; with them the forms of the year and all proof files. */
export async function sealDeclaration(context: Context, { id }: { readonly id: FormId }) {
  requirePermission(context, 'performance.write')
  const { declaration, rows, documentIds, sealedBy } = await read(context.db, async (reader) => {
    const [found] = await listApproved(reader, context.actor, { id, limit: 1 })
    if (found === undefined) return refuse('not-found')
    const [loaded] = await loadRows(reader, context, { declarations: [found], year: found.year })
    const states = loaded?.rows ?? []
    return {
      declaration: found,
      rows: states.map((state) => toSeal(context, state)),
      documentIds: await listChecklistFiles(reader, context, { declaration: found, states }),
      sealedBy: await nameOf(reader, context),
    }
  })
  const { project, unit, year } = declaration
  const files = await collectFiles(context, id, documentIds)
  const number = await makeSeal(context, { subjectId: id, project, unit, year, rows, files, sealedBy })
  return sealNumbered(context, id, number)
}

function toSeal(context: Context, state: RowState): RowToSeal {
  const { row, period, binding, found } = state
  const said = sayRowState({ ...context, language: 'zh' }, state)
  return {
    indicator: indicatorName(row),
    target: row.target ?? '',
    period,
    series: found === undefined ? null : (binding?.series ?? null),
    value: found?.reading.value ?? null,
    note: said.reading === null ? said.why : said.reading.note,
  }
}

/** Sheets are printed now and kept; proofs lie in the file store already. */
async function collectFiles(context: PersonContext, id: FormId, documentIds: readonly string[]): Promise<SealedFile[]> {
  const collected = await collectYear(context, id)
  const forms: SealedFile[] = []
  for (const { path, title, bytes } of await printYear(context, collected)) {
    const sha256 = await context.files.save(bytes)
    forms.push({ path, title, bytes: bytes.length, sha256, kind: 'form' })
  }
  const attached = [...(await loadAttachments(context, collected)), ...(await attach(context, documentIds))]
  const once = new Map(attached.map((file) => [file.path, { ...file, kind: 'attachment' as const }]))
  return [...forms, ...once.values()]
}

type Listed = { readonly declaration: Approved; readonly states: readonly RowState[] }

async function listChecklistFiles(reader: Reader, context: PersonContext, { declaration, states }: Listed) {
  const ids = new Set<string>()
  for (const { binding } of states) {
    const series = binding?.series
    if (series?.measure !== 'documents.checklist') continue
    const { list } = series.params as { readonly list: string }
    const { items } = await sayChecklist(reader, context, { list, scope: series.scope, year: declaration.year })
    for (const { documentId } of items.flatMap(({ proofs }) => proofs)) if (documentId !== null) ids.add(documentId)
  }
  return [...ids]
}

async function nameOf(reader: Reader, { actor }: PersonContext): Promise<string> {
  const person = await reader
    .selectFrom('directoryPerson')
    .select('name')
    .where('id', '=', actor.personId)
    .executeTakeFirst()
  return person?.name ?? ''
}
