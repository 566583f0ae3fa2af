import type { Reader } from '#platform/database/transaction'

type Sought = {
  /** Message-IDs the mail answers. */
  readonly refers: readonly string[]
  /** The ticket its subject names. */
  readonly number: string | null
  readonly sender: string
  readonly personId: string | null
}

const MOST_MERGES = 10

/**
 * The ticket a mail goes on with. What it answers says so by a name nobody guesses; a number in the subject is believed
 * only of whoever called or wrote about that ticket before.
 */
export async function findThread(reader: Reader, sought: Sought): Promise<string | undefined> {
  const found = (await byReference(reader, sought.refers)) ?? (await byNumber(reader, sought))
  return found === undefined ? undefined : lastOf(reader, found)
}

async function byReference(reader: Reader, refers: readonly string[]): Promise<string | undefined> {
  if (refers.length === 0) return undefined
  const letter = await reader
    .selectFrom('deskLetter')
    .select('ticketId')
    .where('messageId', 'in', [...refers])
    .orderBy('madeAt', 'desc')
    .executeTakeFirst()
  if (letter !== undefined) return letter.ticketId
  const mail = await reader
    .selectFrom('deskMail')
    .select('ticketId')
    .where('messageId', 'in', [...refers])
    .where('ticketId', 'is not', null)
    .orderBy('receivedAt', 'desc')
    .executeTakeFirst()
  return mail?.ticketId ?? undefined
}

async function byNumber(reader: Reader, { number, sender, personId }: Sought): Promise<string | undefined> {
  if (number === null) return undefined
  const row = await reader
    .selectFrom('deskTicket as ticket')
    .select('ticket.id')
    .where('ticket.number', '=', number)
    .where(({ or, eb, exists, selectFrom }) =>
      or([
        ...(personId === null ? [] : [eb('ticket.callerId', '=', personId)]),
        exists(
          selectFrom('deskMail as mail')
            .select('mail.id')
            .whereRef('mail.ticketId', '=', 'ticket.id')
            .where('mail.sender', '=', sender),
        ),
      ]),
    )
    .executeTakeFirst()
  return row?.id
}

/** A ticket that was merged goes on in the one it was merged into. */
async function lastOf(reader: Reader, id: string): Promise<string> {
  let last = id
  for (let step = 0; step < MOST_MERGES; step += 1) {
    const row = await reader.selectFrom('deskTicket').select('mergedInto').where('id', '=', last).executeTakeFirst()
    if (row === undefined || row.mergedInto === null) return last
    last = row.mergedInto
  }
  return last
}
