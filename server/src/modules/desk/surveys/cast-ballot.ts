import type { Context } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { slowDown } from '../clocks/slow-down.ts'
import { ballotPage } from './ballot-page.ts'
import { isAnswererBarred, isOver } from './show-ballot.ts'
import { countAnswer, findLink, spendLink } from './survey-store.ts'

/** The ledger says that somebody answered, and neither who nor what: an invited person may be signed in. */
export async function castBallot(context: Context, { code, score }: { code: string; score: number }) {
  const { db, now, language } = context
  if (await isAnswererBarred(context)) return ballotPage({ kind: 'barred' }, language)
  const kind = await inTransaction(db, async (tx) => {
    const link = await findLink(tx, code)
    if (link === undefined) return 'gone'
    if (isOver(link, now)) return 'over'
    if (!(await spendLink(tx, code))) return 'before'
    await countAnswer(tx, link.id, score)
    const nobody = { ...context, actor: { kind: 'nobody' as const } }
    await recordInLedger(tx, nobody, { did: 'desk.ballot-cast', surveyId: link.id })
    return 'thanks'
  })
  if (kind === 'gone') await slowDown(context)
  return ballotPage({ kind }, language)
}
