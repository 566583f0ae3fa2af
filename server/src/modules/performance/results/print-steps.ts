import { emptyContent } from '@shiji/kernel/form/empty-content'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { Context } from '#platform/context'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { findSheet, placeOf } from '../official-sheets.ts'
import { type Format, printContent } from '../print-content.ts'

type Step = {
  /** In words. */
  readonly deed: string
  readonly desk: string
  readonly opinion: string
  readonly by: string
  /** An instant. */
  readonly at: string
}

type Printed = {
  readonly about: {
    readonly subject: string
    readonly content: FormContent
    readonly version: number
    readonly sha256: string
    readonly state: string
  }
  readonly steps: readonly Step[]
  /** The form whose place says which sheet it is. */
  readonly place: FormContent
  readonly as: Format
}

/** The 审批单 of whatever went through desks. */
export function printSteps({ now }: Context, { about, steps, place, as: format }: Printed): Promise<File> {
  const template = findSheet(placeOf(place), (sheet) => sheet.id === 'CN-APPROVAL-TRAIL')
  if (template === null) return refuse('template-unknown', { template: '审批单' })
  const { project, unit, year } = about.content
  const content = {
    ...emptyContent(template),
    project,
    unit,
    year,
    fields: {
      事项: about.subject,
      版本: String(about.version),
      内容摘要值: about.sha256,
      当前状态: about.state,
    },
    reviews: steps.map(({ deed, desk, opinion, by, at }) => ({
      reviewer: desk === '' ? deed : `${desk}\n${deed}`,
      opinion,
      signer: by,
      date: officeDay(Temporal.Instant.from(at)).toString(),
    })),
  }
  return printContent({ template, content, format, writtenOn: officeDay(now).toString() })
}
