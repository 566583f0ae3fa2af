import type { FormId } from '@shiji/contract/performance'
import { DEED_WORDS, STATE_WORDS } from '@shiji/kernel/life/life-wording'
import type { Language } from '@shiji/kernel/wording'
import { type Context, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { type Declaration, findDeclaration, listApprovals } from '../life/life-store.ts'
import { loadMonth } from './judge-month.ts'
import { listMonthRecords } from './monitoring-store.ts'
import { sayMonth } from './say-month.ts'

type Query = { readonly id: FormId; readonly month: number }

export async function readMonth(context: Context, { id, month }: Query) {
  requirePermission(context, 'performance.read')
  return read(context.db, async (reader) => {
    const declaration = (await findDeclaration(reader, context.actor, id)) ?? refuse('not-found')
    await requireApproved(reader, declaration, context.language)
    return openMonth(reader, context, { declaration, month })
  })
}

/** Only what was approved is monitored. */
export async function requireApproved(reader: Reader, { id, state }: Declaration, language: Language): Promise<void> {
  const approvals = await listApprovals(reader, id)
  if (approvals.length > 0) return
  refuse('deed-impossible', { state: STATE_WORDS[state][language], deed: DEED_WORDS.monitor[language] })
}

export async function openMonth(
  reader: Reader,
  { actor, language, now }: Context,
  { declaration, month }: { declaration: Declaration; month: number },
) {
  const records = await listMonthRecords(reader, declaration.id)
  const record = records.find((one) => one.month === month)
  const previous = records.findLast((one) => one.month < month && one.state === 'reported')
  const loaded = await loadMonth(reader, actor, { declaration, month, record })
  return sayMonth({ declaration, month, loaded, record, previous, language, today: officeDay(now) })
}
