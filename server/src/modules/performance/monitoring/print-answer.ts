import { DocumentId } from '@shiji/contract/documents'
import type { RectificationId } from '@shiji/contract/monitoring'
import { FormId } from '@shiji/contract/performance'
import { emptyContent } from '@shiji/kernel/form/empty-content'
import { LIFE_RULES } from '@shiji/kernel/rules/life-rule-words'
import { findDocument } from '#modules/documents'
import { type Actor, type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { findDeclaration } from '../life/life-store.ts'
import { findSheet, placeOf } from '../official-sheets.ts'
import { type Format, printContent } from '../print-content.ts'
import { type AnsweredNotice, findAnsweredNotice } from './rectification-store.ts'

/** 整改回复: what was asked, what was done about it and with which files; before the answer, the sheet to write it on. */
export async function printAnswer(
  context: Context,
  { id, as: format }: { id: RectificationId; as: Format },
): Promise<File> {
  requirePermission(context, 'performance.read')
  const { notice, declared, files } = await read(context.db, async (reader) => {
    const found = (await findAnsweredNotice(reader, context.actor, id)) ?? refuse('not-found')
    const declaration = await findDeclaration(reader, context.actor, FormId.parse(found.formId))
    return {
      notice: found,
      declared: declaration?.content ?? refuse('not-found'),
      files: await namesOf(reader, context.actor, found.documentIds),
    }
  })
  const template = findSheet(placeOf(declared), ({ id: sheet }) => sheet === 'CN-RECTIFICATION-ANSWER')
  if (template === null) return refuse('template-unknown', { template: '整改回复' })
  const { project, unit, year } = declared
  const content = { ...emptyContent(template), project, unit, year, fields: sayNotice(notice, files) }
  return printContent({ template, content, format, writtenOn: officeDay(context.now).toString() })
}

/** A file taken out of the reader's sight since then is left out of the list. */
async function namesOf(reader: Reader, actor: Actor, ids: readonly string[]): Promise<string[]> {
  const names: string[] = []
  for (const id of ids) {
    const file = await findDocument(reader, actor, DocumentId.parse(id))
    if (file !== undefined) names.push(file.name)
  }
  return names
}

const STANDING = { open: '未答复', answered: '已答复，待认可', closed: '已销号' } as const

function sayNotice(notice: AnsweredNotice, files: readonly string[]): Record<string, string> {
  const { origin, month, remedy, state } = notice
  const monitored = month === null ? '运行监控' : `${month} 月运行监控`
  return {
    问题来由: origin === 'monitoring' ? monitored : '评价复核',
    整改措施: LIFE_RULES[remedy].zh,
    通知日期: officeDay(notice.issuedAt).toString(),
    答复期限: notice.dueOn,
    整改要求: notice.demand,
    整改情况: notice.answer,
    佐证材料: files.join('\n'),
    答复人: notice.answeredByName ?? '',
    答复日期: notice.answeredAt === null ? '' : officeDay(notice.answeredAt).toString(),
    办理情况: STANDING[state],
  }
}
