import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { DESK_RULES, nameOfService } from '../desk-rules.ts'
import { findDistrict, findTeam } from '../teams/team-store.ts'
import { tellTeam } from '../teams/tell-team.ts'
import { saveCall } from '../tickets/save-call.ts'
import type { ReadMail } from './keep-mail.ts'
import { receiptFor } from './letter-words.ts'
import { countReceipts } from './mail-store.ts'

type NewCase = ReadMail & {
  readonly id: string
  readonly person: { readonly id: string; readonly name: string; readonly unitId: string } | undefined
}

const LONGEST_WHAT = 500
/** Two machines that answer each other stop here, whatever they write in their heads. */
const MOST_RECEIPTS_AN_HOUR = 5

/** A mail becomes a ticket nobody has classified yet; its clocks run from when it lay in the mailbox. */
export async function makeTicket(tx: Tx, context: Context, mail: NewCase) {
  const { mailbox, envelope, person } = mail
  const { now, newId } = context
  const at = Temporal.Instant.compare(mail.at, now) > 0 ? now : mail.at
  const ticketId = newId()
  const unitId = person?.unitId ?? mailbox.unitId
  const what = [...envelope.about].slice(0, LONGEST_WHAT).join('') || nameOfService(mailbox.service, 'zh')
  const isLate = now.since(at).total('seconds') > DESK_RULES.lateAfterSeconds
  const { number } = await saveCall(tx, context, {
    ...{ id: ticketId, kind: 'incident', channel: 'mail', service: mailbox.service, scope: 'one', place: '', what },
    caller: { id: person?.id ?? null, name: person?.name ?? envelope.senderName, unitId },
    contact: [...envelope.sender].slice(0, 100).join(''),
    teamId: (await findTeam(tx, unitId)) ?? (await findDistrict(tx)),
    lateReason: isLate ? '邮箱停用或连不上，邮件来得晚' : '',
    by: null,
    time: { at: at.toString(), isLate, aheadSeconds: 0, device: null },
  })
  await tellTeam(tx, context, ticketId)
  const sent = await countReceipts(tx, envelope.sender, now.subtract({ hours: 1 }))
  const receipt = sent < MOST_RECEIPTS_AN_HOUR ? receiptFor({ number, what, district: context.district }) : undefined
  return { outcome: 'ticket' as const, ticketId, unitId, receipt }
}
