import type { MailboxSettings } from '@shiji/contract/desk-mail'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { DESK_RULES } from '../desk-rules.ts'
import { findMailbox, type Mailbox, sealPassword } from './mailbox-store.ts'

type Given = {
  readonly isOn: boolean
  readonly settings: MailboxSettings
  readonly unitId: string
  readonly service: string
  readonly password: string | null
}

export async function setMailbox(context: Context, { password: given, ...kept }: Given) {
  requirePermission(context, 'desk.manage-mail')
  const { isOn, settings, unitId, service } = kept
  return inTransaction(context.db, async (tx) => {
    const before = await findMailbox(tx, context)
    if ((await findUnit(tx, context.actor, unitId)) === undefined) refuse('not-found')
    if (!DESK_RULES.services.some(({ key }) => key === service)) refuse('service-not-offered', { service })
    // A password kept for one place is not shown to another.
    const isSame = before !== undefined && isSamePlace(before, settings)
    const password = given ?? (isSame ? before.password : null) ?? refuse('mail-password-missing')

    const isNew = before === undefined || !isSameBox(before, settings)
    const id = isNew ? context.newId() : before.id
    const row = {
      isOn,
      unitId,
      service,
      settings: JSON.stringify(settings),
      sealed: sealPassword(context, id, password),
    }
    if (isNew) {
      await tx.deleteFrom('deskMailbox').execute()
      const begun = { isOnly: true, since: context.now, lastUid: 0n, problem: '' }
      await tx
        .insertInto('deskMailbox')
        .values({ id, ...begun, ...row })
        .execute()
    } else await tx.updateTable('deskMailbox').set(row).where('id', '=', id).execute()
    await recordInLedger(tx, context, { did: 'desk.mailbox-set', ...kept, passwordChanged: given !== null })
    return {}
  })
}

/** Whether mails are read from the same mailbox, so that its numbers go on. */
function isSameBox({ settings: { reading, user } }: Mailbox, settings: MailboxSettings): boolean {
  return reading.host === settings.reading.host && user === settings.user
}

function isSamePlace(before: Mailbox, settings: MailboxSettings): boolean {
  return isSameBox(before, settings) && before.settings.sending.host === settings.sending.host
}
