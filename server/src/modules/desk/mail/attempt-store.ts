import { sql } from 'kysely'
import type { Tx } from '#platform/database/transaction'
import type { MailPlace } from './mail-store.ts'

/** Counts an attempt to read a mail before it begins, so that one that ends the process is counted too. */
export async function beginAttempt(tx: Tx, place: MailPlace, now: Temporal.Instant): Promise<number> {
  const { attempts } = await tx
    .insertInto('deskMailAttempt')
    .values({ ...place, uid: BigInt(place.uid), attempts: 1, begunAt: now })
    .onConflict((conflict) =>
      conflict
        .constraint('desk_mail_attempt_key')
        .doUpdateSet({ attempts: sql<number>`desk_mail_attempt.attempts + 1`, begunAt: now }),
    )
    .returning('attempts')
    .executeTakeFirstOrThrow()
  return attempts
}

/** The attempt came to its end, well or with an error that is told: the mail did not end the process. */
export async function endAttempts(tx: Tx, { mailboxId, uidValidity, uid }: MailPlace): Promise<void> {
  await tx
    .deleteFrom('deskMailAttempt')
    .where('mailboxId', '=', mailboxId)
    .where('uidValidity', '=', uidValidity)
    .where('uid', '=', BigInt(uid))
    .execute()
}
