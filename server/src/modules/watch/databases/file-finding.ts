import { TicketId } from '@shiji/contract/desk'
import type { CheckupId } from '@shiji/contract/watch-databases'
import { requestWork } from '#modules/desk'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { CHECKUP_PACK } from './checkup-pack.ts'
import { checkupsOf, KeptFindings, lockDatabase } from './database-store.ts'
import { followUpsOf, isOpen } from './follow-up-store.ts'
import { sayFindings } from './say-checkup.ts'

const WORDS = {
  and: { zh: '；', en: '; ' },
} as const
/** As much as a ticket shows. */
const MOST_WHAT = 500

/** What a check-up found of one kind becomes a request at the desk; none beside one that is open. */
export async function fileFinding(context: Context, { id, rule }: { id: CheckupId; rule: string }) {
  requirePermission(context, 'watch.manage')
  const { actor, now, language } = context
  return inTransaction(context.db, async (tx) => {
    const checkup = (await checkupsOf(tx).where('checkup.id', '=', id).executeTakeFirst()) ?? refuse('not-found')
    const database = (await lockDatabase(tx, actor, checkup.databaseId)) ?? refuse('not-found')
    const found = KeptFindings.parse(checkup.findings).filter((finding) => finding.rule === rule)
    const said = sayFindings(found, language)
    const [first] = said
    if (first === undefined) return refuse('finding-not-there')
    const known = (await followUpsOf(tx, database.id)).get(rule)
    if (known !== undefined && isOpen(known)) refuse('finding-has-ticket', { number: known.number })

    const reasons = said.map(({ reason }) => reason).join(WORDS.and[language])
    const what = `${database.service} · ${database.name} ${first.name}：${reasons} ${first.advice}`.slice(0, MOST_WHAT)
    const ticket = await requestWork(tx, context, {
      ...{ unitId: database.unitId, service: CHECKUP_PACK.deskService, what },
    })
    await tx
      .insertInto('watchFollowUp')
      .values({
        ...{ ticketId: ticket.id, checkupId: id, databaseId: database.id, rule },
        ...{ filedAt: now, filedBy: actor.personId },
      })
      .execute()
    const told = { checkupId: id, databaseId: database.id, rule, ticketId: ticket.id }
    await recordInLedger(tx, context, { did: 'watch.finding-filed', ...told })
    return { id: TicketId.parse(ticket.id), number: ticket.number }
  })
}
