import { SIGNAL_KINDS } from '@shiji/kernel/watch/signals/signal-kinds'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { SnmpSecurity } from './watch.ts'

/** Alarms of other monitors: what sends them, and what they say. */

export const SourceId = z.uuid().brand<'SourceId'>()
export type SourceId = z.infer<typeof SourceId>

const instant = z.iso.datetime()
const Kind = z.enum(SIGNAL_KINDS)
/** The service of the desk its incidents belong to; approved windows of it raise none. */
const deskService = z.string().min(1).max(40)

/** A storm comes in one message of thousands. */
const MESSAGE_BYTES = 4_000_000

/**
 * How a monitor proves itself besides the word in its address: as Standard Webhooks says, each message once and within
 * minutes; or by `X-Hub-Signature-256` over the body, which does not tell a message from its repetition.
 */
export const Signing = z.enum(['none', 'timestamped', 'plain'])

/** How devices of a source sign their traps, version 3 of SNMP; one that does not sign proves nothing. */
export const TrapSecurity = SnmpSecurity.extend({ level: SnmpSecurity.shape.level.exclude(['none']) }).nullable()

const manage = { permission: 'watch.manage' } as const

export const watchSignals = {
  listSources: endpoint({
    method: 'GET',
    path: '/watch/sources',
    summary: 'Other monitors that send their alarms here',
    access: { permission: 'watch.read' },
    refuses: [],
  }).output(
    z.array(
      z.object({
        id: SourceId,
        name: z.string(),
        kind: Kind,
        unit: z.string(),
        deskService: z.string(),
        /** Addresses of devices that write logs or send traps; none for a monitor that calls. */
        senders: z.array(z.string()),
        signing: Signing,
        /** Null where traps come in the open, versions 1 and 2c. */
        security: TrapSecurity,
        isOn: z.boolean(),
        lastAt: instant.nullable(),
        /** Alarms not over. */
        open: z.number().int(),
      }),
    ),
  ),
  addSource: endpoint({
    method: 'POST',
    path: '/watch/sources',
    summary:
      'Let a monitor send its alarms here; the address it sends them to, and the secret it signs with, are answered once and never again',
    access: manage,
    refuses: [
      'source-name-taken',
      'probe-service-unknown',
      'source-senders',
      'source-sender-unreadable',
      'source-signing',
      'source-security',
    ],
  })
    .input(
      z.object({
        name: z.string().trim().min(1).max(60),
        ...{ kind: Kind, deskService },
        senders: z.array(z.string().trim().min(1).max(45)).max(50).default([]),
        signing: Signing.default('none'),
        security: TrapSecurity.default(null),
        /** Of version 3: the word that signs and, in a second line, the one that enciphers; one line does both. */
        passwords: z.string().max(500).default(''),
      }),
    )
    /** Null where nothing is called: devices send to the port the server listens on. */
    .output(z.object({ id: SourceId, path: z.string().nullable(), secret: z.string().nullable() })),
  switchSource: endpoint({
    method: 'PUT',
    path: '/watch/sources/{id}',
    summary: 'Take the alarms of a monitor, or no more of them',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ id: SourceId, isOn: z.boolean() }))
    .output(z.object({})),
  takeSignals: endpoint({
    method: 'POST',
    path: '/watch/signals/{word}',
    summary: 'What a monitor says: alarms that fire and that are over, as Alertmanager, Grafana or Zabbix send them',
    access: 'anybody',
    refuses: ['not-found', 'signal-unreadable', 'signal-signature', 'signal-too-old'],
    bodyLimit: MESSAGE_BYTES,
    keepsBody: true,
  })
    .input(z.looseObject({ word: z.string().min(1).max(100) }))
    .output(z.object({ taken: z.number().int() })),
}
