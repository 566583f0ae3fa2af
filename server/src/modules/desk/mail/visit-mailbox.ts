import type { MailboxSettings } from '@shiji/contract/desk-mail'
import { fail, ok, type Result } from '@shiji/kernel/result'
import type { ImapFlow } from 'imapflow'
import { reachOf } from '#platform/outgoing/judge-address'
import { type Allowed, pinAddress, reasonOf } from '#platform/outgoing/post-outgoing'
import type { MailProblem } from './mailbox-store.ts'

/** The largest mail that is read whole. */
export const MOST_MAIL_BYTES = 25 * 2 ** 20
const HEAD_BYTES = 65_536
const ANSWER_WITHIN_MS = 10_000

export type FoundMail = {
  readonly uid: number
  readonly at: Temporal.Instant
  readonly bytes: number
  /** Only its beginning when it is larger than what is read. */
  readonly source: Buffer
}

/** A mailbox that stands open. */
export type OpenMailbox = {
  readonly uidValidity: bigint
  /** The numbers of mails after `uid` that came since, in order; the day is as exact as the server knows it. */
  readonly listAfter: (uid: number, since: Temporal.Instant) => Promise<number[]>
  /** Null when it is gone meanwhile. */
  readonly open: (uid: number) => Promise<FoundMail | null>
}

export type Visited = {
  readonly settings: MailboxSettings
  readonly password: string
  readonly allowed: readonly Allowed[]
}

/** Signs in at an allowed address, does the work, signs out. What fails before the work is a problem with words. */
export async function visitMailbox<Value>(
  place: Visited,
  work: (box: OpenMailbox) => Promise<Value>,
): Promise<Result<Value, MailProblem>> {
  const { host, port } = place.settings.reading
  const pinned = await pinAddress({ host, port }, place.allowed)
  if (!pinned.ok) return fail(pinned.problem as MailProblem)
  const client = await clientOf(place, pinned.value.address)
  // What happens to the line later is said by the command that needed it.
  client.on('error', () => undefined)
  try {
    const opened = await enter(client, host, port)
    if (!opened.ok) return opened
    return ok(await work(boxOf(client, opened.value)))
  } finally {
    client.close()
  }
}

async function clientOf({ settings: { reading, user }, password }: Visited, address: string): Promise<ImapFlow> {
  const { ImapFlow } = await import('imapflow')
  return new ImapFlow({
    // The judged address, under the name its certificate is for.
    host: address,
    servername: reading.host,
    port: reading.port,
    secure: reading.isSecure,
    ...(reading.isSecure || reachOf(address) === 'this-machine' ? {} : { doSTARTTLS: true }),
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: ANSWER_WITHIN_MS,
    greetingTimeout: ANSWER_WITHIN_MS,
    socketTimeout: 6 * ANSWER_WITHIN_MS,
    maxLineLength: 2 ** 22,
    maxLiteralSize: MOST_MAIL_BYTES + HEAD_BYTES,
  })
}

async function enter(client: ImapFlow, host: string, port: number): Promise<Result<bigint, MailProblem>> {
  try {
    await client.connect()
    const { uidValidity } = await client.mailboxOpen('INBOX')
    return ok(uidValidity)
  } catch (error) {
    const isKeptOut = error instanceof Error && 'authenticationFailed' in error
    if (isKeptOut) return fail({ code: 'mail-sign-in', parameters: { host } })
    return fail({ code: 'mail-not-reached', parameters: { host, port, reason: reasonOf(error) } })
  }
}

function boxOf(client: ImapFlow, uidValidity: bigint): OpenMailbox {
  return {
    uidValidity,
    listAfter: async (uid, since) => {
      // The server compares days in its own zone.
      const day = new Date(since.subtract({ hours: 24 }).epochMilliseconds)
      const found = await client.search({ uid: `${uid + 1}:*`, since: day }, { uid: true })
      // `*` is the last mail even where its number is smaller.
      return (found || []).filter((one) => one > uid).sort((one, other) => one - other)
    },
    open: async (uid) => {
      const facts = await client.fetchOne(String(uid), { size: true, internalDate: true }, { uid: true })
      if (!facts || facts.internalDate === undefined) return null
      const bytes = facts.size ?? 0
      const maxLength = bytes > MOST_MAIL_BYTES ? HEAD_BYTES : MOST_MAIL_BYTES
      const whole = await client.fetchOne(String(uid), { source: { maxLength } }, { uid: true })
      if (!whole || whole.source === undefined) return null
      const at = Temporal.Instant.fromEpochMilliseconds(new Date(facts.internalDate).getTime())
      return { uid, at, bytes, source: whole.source }
    },
  }
}
