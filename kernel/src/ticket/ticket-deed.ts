import { z } from 'zod'
import { PauseReason } from '../clock/clock-event.ts'
import { Layer, Scope, Severity } from '../severity/ticket-class.ts'

const Said = z.string().trim().min(1).max(2_000)
const Note = z.string().trim().max(2_000).default('')

/** How it was settled; counted apart (现场 · 电话 · 远程). */
export const Manner = z.enum(['on-site', 'telephone', 'remote'])

/** What somebody does with a ticket. */
export const TicketDeed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('accept') }),
  z.strictObject({ kind: z.literal('arrive') }),
  z.strictObject({ kind: z.literal('restore'), note: Note }),
  z.strictObject({ kind: z.literal('resolve'), manner: Manner, note: Said }),
  z.strictObject({ kind: z.literal('close'), cause: z.string().min(1).max(40), note: Note }),
  z.strictObject({ kind: z.literal('pause'), reason: PauseReason, note: Said }),
  z.strictObject({ kind: z.literal('resume'), note: Note }),
  z.strictObject({ kind: z.literal('reopen'), note: Said }),
  z.strictObject({ kind: z.literal('cancel'), note: Said }),
  z.strictObject({ kind: z.literal('merge'), into: z.uuid(), note: Note }),
  z.strictObject({ kind: z.literal('reassign'), to: z.uuid(), note: Note }),
  z.strictObject({
    kind: z.literal('classify'),
    severity: Severity,
    scope: Scope,
    layer: Layer.nullable(),
    note: Said,
  }),
  z.strictObject({ kind: z.literal('confirm') }),
  z.strictObject({ kind: z.literal('project'), to: z.uuid(), note: Said }),
  z.strictObject({ kind: z.literal('note'), note: Said }),
])
export type TicketDeed = z.infer<typeof TicketDeed>
export type DeedKind = TicketDeed['kind']
export type Manner = z.infer<typeof Manner>
