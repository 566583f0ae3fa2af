import { readDay } from '@shiji/kernel/lint/calendar-day'
import { convertMoney } from '@shiji/kernel/money'
import { projectDates } from '@shiji/kernel/revision/project-dates'
import { revisionGate } from '@shiji/kernel/revision/revision-gate'
import { sayGate } from '@shiji/kernel/revision/revision-wording'
import type { Context } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import type { Declaration } from '../life/life-store.ts'
import { executedThrough, moneyOfYear, type YearMoney } from '../money/money-store.ts'
import { rulesOf } from '../official-sheets.ts'
import { countRevisions, type GateFacts } from './revision-store.ts'

const DECEMBER = 12

/** Whether the declaration may be revised today, with what was measured; one filed again does not stand in its own way. */
export async function gateOf(
  reader: Reader,
  { now, language }: Context,
  { declaration, isRefiled = false }: { declaration: Declaration; isRefiled?: boolean },
): Promise<GateFacts> {
  const { content, id, projectId, year } = declaration
  const { revision } = rulesOf(content, 'revision')
  const { approved, pending } = await countRevisions(reader, id)
  const money = await moneyOfYear(reader, projectId, year)
  const today = readDay(officeDay(now).toString()) ?? { year, month: 1, day: 1 }
  const facts = {
    ...projectDates(content),
    today,
    executed: executedThrough(money, DECEMBER),
    budget: budgetInYuan(declaration, money),
    milestones: [],
  }
  const gate = revisionGate(revision, { facts, revisions: approved, pending: pending && !isRefiled })
  return {
    open: gate.kind === 'open',
    reason: gate.kind === 'open' ? null : gate.reason,
    message: sayGate(gate, language),
    measure: revision?.progress.measure ?? null,
    progress: 'progress' in gate ? gate.progress : null,
    of: 'of' in gate ? gate.of : null,
    limit: revision?.beforeProgressPercent ?? null,
    lastDay: 'lastDay' in gate ? gate.lastDay : null,
    remains: gate.kind === 'open' ? [] : [...gate.remains],
    revisions: approved,
    proofPerRow: revision?.proofPerRow ?? false,
  }
}

/** 全年预算数 as recorded, or the declared budget of the year; null when the form leaves that blank too. */
export function budgetInYuan({ content }: Pick<Declaration, 'content'>, { fullYear }: Pick<YearMoney, 'fullYear'>) {
  if (fullYear !== null) return fullYear
  const declared = content.money.yearBudget ?? null
  return declared === null ? null : convertMoney(declared, content.moneyUnit ?? '元', '元')
}
