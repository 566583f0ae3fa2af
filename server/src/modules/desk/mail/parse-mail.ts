import { createHash } from 'node:crypto'
import type { MailHead } from '@shiji/kernel/mail/judge-mail'
import { bareSubject, newWords, onOneLine } from '@shiji/kernel/mail/mail-words'
import { fail, ok, type Result } from '@shiji/kernel/result'
import type { ParsedMail } from 'mailparser'

/** A mail as its head names it. */
export type Envelope = {
  readonly messageId: string
  readonly sender: string
  readonly senderName: string
  /** As it was written, on one line. */
  readonly subject: string
  /** Without `回复：`. */
  readonly about: string
  /** Message-IDs of what it answers, the nearest first. */
  readonly refers: readonly string[]
  readonly head: MailHead
}

type MailBody = {
  readonly words: string
  readonly files: readonly { readonly name: string; readonly content: Buffer }[]
  readonly leftOut: number
}

const MOST_PARTS = 200
const MOST_HEAD_BYTES = 65_536
const MOST_HTML = 500_000
const MOST_FILES = 10
const MOST_REFERS = 50
const LONGEST = { subject: 300, words: 20_000, name: 120, address: 200, messageId: 400 } as const

/** Reads only the head, which no attachment can make dear. */
export async function parseEnvelope(source: Buffer): Promise<Envelope> {
  const end = [source.indexOf('\r\n\r\n'), source.indexOf('\n\n')].filter((place) => place !== -1)
  const text = source.subarray(0, Math.min(...end, MOST_HEAD_BYTES))
  const mail = await parse(Buffer.concat([text, Buffer.from('\r\n\r\n')]))
  return envelopeOf(mail.ok ? mail.value : null, source)
}

/** Of a mail nothing is read of; it is known by its bytes. */
export function unreadEnvelope(source: Buffer): Envelope {
  return envelopeOf(null, source)
}

function envelopeOf(given: ParsedMail | null, source: Buffer): Envelope {
  const from = given?.from?.value[0]
  const subject = storable(onOneLine(given?.subject ?? ''), LONGEST.subject)
  const sender = addressOf(from?.address ?? '')
  return {
    messageId: storable(onOneLine(given?.messageId ?? ''), LONGEST.messageId) || hashOf(source),
    sender,
    senderName: storable(onOneLine(from?.name ?? ''), LONGEST.name) || sender,
    subject,
    about: bareSubject(subject),
    refers: given === null ? [] : refersOf(given),
    head: headOf(given, sender),
  }
}

/** What a person wrote and brought; fails on what has too many parts or is broken. */
export async function parseBody(source: Buffer): Promise<Result<MailBody, null>> {
  const parsed = await parse(source)
  if (!parsed.ok) return parsed
  const { text = '', attachments } = parsed.value
  const named = attachments.map(({ filename, content }, index) => {
    const name = storable(onOneLine(filename ?? '').replace(/[/\\]/gu, '_'), LONGEST.name)
    return { name: name || `附件${index + 1}`, content }
  })
  const files = named.filter(({ content }) => content.length > 0)
  const kept = files.slice(0, MOST_FILES)
  return ok({ words: storable(newWords(text), LONGEST.words), files: kept, leftOut: files.length - kept.length })
}

/** The letters of ours a returned mail speaks of, wherever in it they stand. */
export function lettersNamedIn(source: Buffer): string[] {
  return [
    ...new Set(
      source
        .subarray(0, 2 ** 20)
        .toString('latin1')
        .match(/<letter-[0-9a-f-]{36}@[^>\s]{1,200}>/gu),
    ),
  ]
}

/** The type of the options does not name the limits of what parts a mail into its pieces. */
const LIMITS = {
  maxChildNodes: MOST_PARTS,
  maxHeadSize: MOST_HEAD_BYTES + 8,
  maxHtmlLengthToParse: MOST_HTML,
  skipImageLinks: true,
  keepCidLinks: true,
}

async function parse(source: Buffer): Promise<Result<ParsedMail, null>> {
  const { simpleParser } = await import('mailparser')
  try {
    return ok(await simpleParser(source, LIMITS))
  } catch {
    // Whatever a stranger's letter makes the reader stumble over is a letter that cannot be read.
    return fail(null)
  }
}

function headOf(mail: ParsedMail | null, from: string): MailHead {
  const lines = mail?.headerLines ?? []
  const all = (name: string) => lines.filter(({ key }) => key === name).map(({ line }) => textOf(line))
  const first = (name: string) => all(name)[0] ?? ''
  const path = all('return-path')[0]
  return {
    from,
    returnPath: path === undefined ? null : path.replace(/[<>\s]/gu, ''),
    contentType: first('content-type'),
    autoSubmitted: first('auto-submitted'),
    precedence: first('precedence'),
    listId: first('list-id'),
    autoReply: first('x-autoreply') || first('x-autorespond'),
    loops: all('x-loop'),
  }
}

/** Empty for what is no plain address. */
function addressOf(text: string): string {
  const address = text.normalize('NFKC').trim().toLowerCase()
  return address.length <= LONGEST.address && /^[^\s@<>(),;:"\\]+@[^\s@<>(),;:"\\]+$/u.test(address) ? address : ''
}

function textOf(line: string): string {
  return onOneLine(line.slice(line.indexOf(':') + 1))
}

function refersOf({ inReplyTo, references }: ParsedMail): string[] {
  const older = typeof references === 'string' ? [references] : (references ?? [])
  const named = [inReplyTo ?? '', ...older.toReversed()].flatMap((text) => text.match(/<[^<>\s]{1,300}>/gu) ?? [])
  return [...new Set(named.map((one) => storable(one, LONGEST.messageId)))].slice(0, MOST_REFERS)
}

/** What the database can keep: no NUL, no half of a character. */
function storable(text: string, longest: number): string {
  return [...text.toWellFormed().replaceAll('\0', '')].slice(0, longest).join('')
}

function hashOf(source: Buffer): string {
  return `sha256:${createHash('sha256').update(source).digest('hex')}`
}
