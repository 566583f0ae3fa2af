/** What the head of a mail says of who sent it and how; empty text where it says nothing. */
export type MailHead = {
  /** The address it comes from. */
  readonly from: string
  /** The address failures go to: empty for `<>`, null where the server wrote none. */
  readonly returnPath: string | null
  readonly contentType: string
  readonly autoSubmitted: string
  readonly precedence: string
  readonly listId: string
  /** X-Autoreply, X-Autorespond: what older answering machines write. */
  readonly autoReply: string
  /** X-Loop, each as it stands. */
  readonly loops: readonly string[]
}

/** What is written by no person is recorded and never answered. */
type MailVerdict = 'person' | 'loop' | 'bounce' | 'automatic'

const MACHINES = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@/u
const PRECEDENCE = ['bulk', 'junk', 'list', 'auto_reply']

/** Whether a person wrote it (RFC 3834 §2): `own` are the addresses of the desk, `mark` is what it writes as X-Loop. */
export function judgeMail(head: MailHead, { own, mark }: { own: readonly string[]; mark: string }): MailVerdict {
  const from = head.from.toLowerCase()
  if (own.some((address) => address.toLowerCase() === from)) return 'loop'
  if (head.loops.some((loop) => loop.trim().toLowerCase() === mark.toLowerCase())) return 'loop'
  if (head.returnPath === '' || from === '' || /^multipart\/report\b/iu.test(head.contentType.trim())) return 'bounce'
  if (/^mailer-daemon@/u.test(from)) return 'bounce'
  return isAutomatic(head, from) ? 'automatic' : 'person'
}

function isAutomatic({ autoSubmitted, precedence, listId, autoReply }: MailHead, from: string): boolean {
  const submitted = autoSubmitted.trim().toLowerCase()
  if (submitted !== '' && !/^no\b/u.test(submitted)) return true
  if (PRECEDENCE.includes(precedence.trim().toLowerCase())) return true
  return listId.trim() !== '' || autoReply.trim() !== '' || MACHINES.test(from)
}
