import { type ChannelKind, ChannelSettings } from '@shiji/contract/inbox'
import { SENDING_WORDS, type SendingProblemCode } from '@shiji/contract/inbox-words'
import { type Language, say, type WordingParameters } from '@shiji/kernel/wording'
import { z } from 'zod'
import type { Reader, Tx } from '#platform/database/transaction'
import type { Allowed } from '#platform/outgoing/post-outgoing'

/** Why something was not delivered, kept as a code so that everybody reads it in the own language. */
export type SendingProblem = { readonly code: SendingProblemCode; readonly parameters: WordingParameters }

export type OpenChannel = { readonly id: string; readonly kind: ChannelKind; readonly unitId: string | null }

/** A channel with what only its carrier may see. */
export type CarriedBy = {
  readonly id: string
  readonly settings: ChannelSettings
  readonly url: string
  readonly secret: string
  /** The secret before this one: receivers that did not change yet still verify. */
  readonly formerSecret: string
}

const Kept = z.object({ settings: ChannelSettings, url: z.string() })
const Problem = z.object({
  code: z.enum(Object.keys(SENDING_WORDS) as [SendingProblemCode, ...SendingProblemCode[]]),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])),
})

export async function listOpenChannels(reader: Reader): Promise<OpenChannel[]> {
  const rows = await reader
    .selectFrom('inboxChannel')
    .select(['id', 'kind', 'unitId'])
    .where('isOn', '=', true)
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as ChannelKind }))
}

export async function loadCarrier(reader: Reader, id: string): Promise<CarriedBy | undefined> {
  const row = await reader
    .selectFrom('inboxChannel')
    .select(['id', 'settings', 'secret', 'formerSecret'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (row === undefined) return undefined
  const { settings, ...rest } = row
  return { ...rest, ...Kept.parse(settings) }
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

export function settingsRow(settings: ChannelSettings, url: string): string {
  return JSON.stringify({ settings, url })
}

export function parseSettings(kept: unknown): z.output<typeof Kept> {
  return Kept.parse(kept)
}
