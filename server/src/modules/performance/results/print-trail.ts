import type { FormId } from '@shiji/contract/performance'
import { emptyContent } from '@shiji/kernel/form/empty-content'
import { DEED_WORDS, STATE_WORDS } from '@shiji/kernel/life/life-wording'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { hashContent } from '../life/content-hash.ts'
import { findDeclaration, listSteps } from '../life/life-store.ts'
import { findSheet, placeOf } from '../official-sheets.ts'
import { type Format, printContent } from '../print-content.ts'

/** 审批单: every step of the declaration with person, day and opinion, and the hash of what it is about. */
export async function printTrail(context: Context, { id, as: format }: { id: FormId; as: Format }): Promise<File> {
  requirePermission(context, 'performance.read')
  const { declaration, steps } = await read(context.db, async (reader) => {
    const found = (await findDeclaration(reader, context.actor, id)) ?? refuse('not-found')
    return { declaration: found, steps: await listSteps(reader, id) }
  })
  const { content: declared, year, state, version } = declaration
  const template = findSheet(placeOf(declared), (sheet) => sheet.id === 'CN-APPROVAL-TRAIL')
  if (template === null) return refuse('template-unknown', { template: '审批单' })

  const { project, unit } = declared
  const content = {
    ...emptyContent(template),
    project,
    unit,
    year,
    fields: {
      事项: '绩效目标申报',
      版本: String(version),
      内容摘要值: hashContent(declared),
      当前状态: STATE_WORDS[state].zh,
    },
    reviews: steps.map(({ deed, desk, opinion, by, at }) => ({
      reviewer: desk === '' ? DEED_WORDS[deed].zh : `${desk}\n${DEED_WORDS[deed].zh}`,
      opinion,
      signer: by,
      date: officeDay(Temporal.Instant.from(at)).toString(),
    })),
  }
  return printContent({ template, content, format, writtenOn: officeDay(context.now).toString() })
}
