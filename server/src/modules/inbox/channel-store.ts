import { type ChannelKind, ChannelSettings } from '@shiji/contract/inbox'
import { SENDING_WORDS, type SendingProblemCode } from '@shiji/contract/inbox-words'
import { type Language, say, type WordingParameters } from '@shiji/kernel/wording'
import { z } from 'zod'
import type { Context } from '#platform/context'
import { askFixed } from '#platform/database/ask-fixed'
import type { Reader, Tx } from '#platform/database/transaction'
import { type Allowed, readDestination } from '#platform/outgoing/post-outgoing'

/** Why something was not delivered, kept as a code so that everybody reads it in the own language. */
export type SendingProblem = { readonly code: SendingProblemCode; readonly parameters: WordingParameters }

export type OpenChannel = { readonly id: string; readonly kind: ChannelKind; readonly unitId: string | null }

/** What only the carrier of a channel may see. */
const ChannelKeys = z.object({
  /** A robot's address holds its key. */
  url: z.string(),
  secret: z.string(),
  /** The secret before this one: receivers that did not change yet still verify. */
  formerSecret: z.string(),
})
export type ChannelKeys = z.output<typeof ChannelKeys>

export type CarriedBy = {
  readonly id: string
  readonly settings: ChannelSettings
  /** Null when this server has not the key they were sealed with. */
  readonly keys: ChannelKeys | null
}

const Kept = z.object({ settings: ChannelSettings, address: z.string() })
const Problem = z.object({
  code: z.enum(Object.keys(SENDING_WORDS) as [SendingProblemCode, ...SendingProblemCode[]]),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
})

export async function listOpenChannels(reader: Reader): Promise<OpenChannel[]> {
  return askFixed<OpenChannel>(reader, OPEN_CHANNELS)
}

const OPEN_CHANNELS = {
  sql: 'select id, kind, unit_id as "unitId" from inbox_channel where is_on',
  parameters: [],
}

export async function loadCarrier(reader: Reader, { secrets }: Context, id: string): Promise<CarriedBy | undefined> {
  const row = await reader
    .selectFrom('inboxChannel')
    .select(['id', 'settings', 'sealed'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const opened = secrets.open(row.sealed, placeOf(id))
  const keys = opened === null ? null : ChannelKeys.parse(JSON.parse(opened))
  return { id, settings: Kept.parse(row.settings).settings, keys }
}

export async function listAllowed(reader: Reader): Promise<Allowed[]> {
  const rows = await reader.selectFrom('inboxAddress').selectAll().orderBy('host').orderBy('port').execute()
  return rows.map((row) => ({ ...row, reach: row.reach as Allowed['reach'] }))
}

/** The light of a channel: when it last worked, or what was the matter. */
export async function noteOutcome(
  tx: Tx,
  { channelId, now, problem }: { channelId: string; now: Temporal.Instant; problem: SendingProblem | null },
): Promise<void> {
  const light = problem === null ? { workedAt: now, problem: '' } : { failedAt: now, problem: keepProblem(problem) }
  await tx.updateTable('inboxChannel').set(light).where('id', '=', channelId).execute()
}

export function keepProblem(problem: SendingProblem): string {
  return JSON.stringify(problem)
}

export function sayProblem(kept: string, language: Language): string {
  if (kept === '') return ''
  const { code, parameters } = Problem.parse(JSON.parse(kept))
  return say(SENDING_WORDS[code], language, parameters)
}

/** What of a channel everybody who manages channels sees. */
export function settingsRow(settings: ChannelSettings, url: string): string {
  const address = settings.kind === 'mail' ? `${settings.host}:${settings.port}` : shownOf(url)
  return JSON.stringify({ settings, address } satisfies z.output<typeof Kept>)
}

/** The key of a robot is in its address, so only the host is shown. */
function shownOf(url: string): string {
  const to = readDestination(url)
  return to === null ? '' : `${to.url.protocol}//${to.url.host}`
}

export function sealKeys({ secrets }: Context, id: string, keys: ChannelKeys): string {
  return secrets.seal(JSON.stringify(keys), placeOf(id))
}

function placeOf(id: string): string {
  return `inbox.channel/${id}`
}

export function parseSettings(kept: unknown): z.output<typeof Kept> {
  return Kept.parse(kept)
}
