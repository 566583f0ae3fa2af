import type { RevisionId } from '@shiji/contract/revision'
import { emptyContent } from '@shiji/kernel/form/empty-content'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { findForm } from '../form-store.ts'
import { findSheet, placeOf } from '../official-sheets.ts'
import { opinionsOf } from '../opinions-of.ts'
import { type Format, printContent } from '../print-content.ts'
import { findRevision, type Revision } from './revision-store.ts'

/** 修订表 of the place, with the opinions given so far. */
export async function printRevision(
  context: Context,
  { id, as: format }: { id: RevisionId; as: Format },
): Promise<File> {
  requirePermission(context, 'performance.read')
  const { actor } = context
  const { revision, base } = await read(context.db, async (reader) => {
    const found = (await findRevision(reader, actor, id)) ?? refuse('not-found')
    const form = await findForm(reader, actor, { id: found.formId, version: found.baseVersion })
    return { revision: found, base: form ?? refuse('not-found') }
  })
  const template = findSheet(placeOf(base.content), ({ stage }) => stage === 'revision')
  if (template === null) return refuse('template-unknown', { template: '修订申报表' })

  const content = contentOf(revision, base.content, template)
  return printContent({ template, content, format, writtenOn: revision.filedAt.toString().slice(0, 10) })
}

function contentOf(revision: Revision, declared: FormContent, template: FormTemplate): FormContent {
  const blank = emptyContent(template)
  const { project, unit, year, fields } = declared
  const shared = Object.keys(blank.fields).map((key) => [key, fields[key] ?? ''])
  return {
    ...blank,
    project,
    unit,
    year,
    fields: { ...Object.fromEntries(shared), 时间: officeDay(revision.filedAt).toString() },
    revisions: revision.asked.rows.map(({ documentIds: _, ...row }) => ({ ...row, line: null })),
    reviews: opinionsOf(blank.reviews, revision.steps),
  }
}
