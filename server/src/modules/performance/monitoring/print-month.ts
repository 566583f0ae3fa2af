import type { MonthReply } from '@shiji/contract/monitoring'
import type { FormId } from '@shiji/contract/performance'
import { decimal, divide, isZero, multiply } from '@shiji/kernel/decimal'
import { emptyContent } from '@shiji/kernel/form/empty-content'
import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { findForm } from '../form-store.ts'
import { findDeclaration } from '../life/life-store.ts'
import { findSheet, placeOf } from '../official-sheets.ts'
import { type Format, printContent } from '../print-content.ts'
import { listMonthRecords } from './monitoring-store.ts'
import { openMonth, requireApproved } from './read-month.ts'

type Query = { readonly id: FormId; readonly month: number; readonly as: Format }
type Month = z.infer<typeof MonthReply>

const LIGHT_WORDS = { red: '红灯', yellow: '黄灯', green: '绿灯', blue: '蓝灯' } as const

/** 监控表 of a month as it stands: promise, value so far, expectation and reason, beside the money. */
export async function printMonth(context: Context, { id, month, as: format }: Query): Promise<File> {
  requirePermission(context, 'performance.read')
  const { actor, language } = context
  const { said, base, record } = await read(context.db, async (reader) => {
    const declaration = (await findDeclaration(reader, actor, id)) ?? refuse('not-found')
    await requireApproved(reader, declaration, language)
    const opened = await openMonth(reader, context, { declaration, month })
    const form = await findForm(reader, actor, { id, version: opened.baseVersion })
    const records = await listMonthRecords(reader, id)
    return { said: opened, base: form ?? refuse('not-found'), record: records.find((one) => one.month === month) }
  })
  const template = findSheet(placeOf(base.content), ({ stage }) => stage === 'monitoring')
  if (template === null) return refuse('template-unknown', { template: '绩效运行监控表' })

  // A month that was reported keeps the day of its report, however late it is printed.
  const writtenOn = officeDay(record?.state === 'reported' ? record.savedAt : context.now).toString()
  return printContent({ template, content: contentOf(said, base.content, { template, writtenOn }), format, writtenOn })
}

function contentOf(
  { month, money, rows, light }: Month,
  declared: FormContent,
  { template, writtenOn }: { template: FormTemplate; writtenOn: string },
): FormContent {
  const { project, unit, year, indicators, fields } = declared
  const budget = money.budget === null ? null : decimal(money.budget)
  const executed = decimal(money.executed)
  const hundred = multiply(executed, decimal('100'))
  const rate = budget === null || isZero(budget) ? null : divide(hundred, budget, { scale: 2, rounding: 'half-up' })
  return {
    ...emptyContent(template),
    project,
    unit,
    year,
    fields: {
      主管部门: fields.主管部门 ?? fields.编报部门 ?? '',
      监控期间: `1—${month}月`,
      年度总体目标: fields.年度绩效目标 ?? fields.总目标及阶段性目标 ?? '',
      监控结论: light === null ? '' : LIGHT_WORDS[light],
      填报日期: writtenOn,
    },
    money: { fullYear: budget, executed, rate },
    indicators: indicators.map((row, position) => {
      const reported = rows[position]
      const lit = reported?.light == null ? '' : LIGHT_WORDS[reported.light]
      return {
        ...row,
        part: null,
        weight: null,
        actual: sayReached(reported),
        remark: reported?.expected ?? '',
        reason: [lit, reported?.reason ?? ''].filter((text) => text !== '').join('：'),
      }
    }),
  }
}

/** What is told in words is reached by the band it was put in. */
function sayReached(row: Month['rows'][number] | undefined): string {
  const { soFar = '', band = null } = row ?? {}
  if (band === null) return soFar
  return soFar === '' ? band : `${soFar}（${band}）`
}
