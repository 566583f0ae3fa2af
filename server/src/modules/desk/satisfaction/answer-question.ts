import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { slowDown } from '../clocks/slow-down.ts'
import { tellMeasuresOf } from '../reminders/tell-of-ticket.ts'
import { questionPage } from './question-page.ts'
import { findQuestion, saveAnswer } from './satisfaction-store.ts'
import { isBarred } from './show-question.ts'

type Answer = { readonly code: string; readonly score: number; readonly note: string }

export async function answerQuestion(context: Context, { code, score, note }: Answer) {
  await slowDown(context)
  const { language, now } = context
  if (isBarred(context)) return questionPage({ kind: 'barred' }, language)
  const kind = await inTransaction(context.db, async (tx) => {
    const question = await findQuestion(tx, code)
    if (question === undefined || Temporal.Instant.compare(question.expiresAt, now) < 0) return 'gone'

    const { ticketId } = question
    if (!(await saveAnswer(tx, { ticketId, score, note, answeredAt: now }))) return 'before'
    await recordInLedger(tx, context, { did: 'desk.satisfaction-answered', ticketId, score })
    await tellMeasuresOf(tx, context, ticketId)
    return 'thanks'
  })
  return questionPage({ kind }, language)
}
