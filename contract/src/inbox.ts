import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'

/** Messages to people, and the ways they leave the house. */

export const MessageId = z.uuid().brand<'MessageId'>()
export const ChannelId = z.uuid().brand<'ChannelId'>()
export type MessageId = z.infer<typeof MessageId>
export type ChannelId = z.infer<typeof ChannelId>

const instant = z.iso.datetime()
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const Message = z.object({
  id: MessageId,
  /** A code of `MESSAGE_WORDS`. */
  code: z.string(),
  sentence: z.string(),
  opinion: z.string(),
  subjectKind: z.string(),
  subjectId: z.uuid(),
  at: instant,
  readAt: instant.nullable(),
})

/** Quiet from 22:00 until 07:00; the same time twice means never quiet. An empty address gets no letters. */
export const Preferences = z.object({
  mail: z.union([z.literal(''), z.email().max(200)]),
  quietFrom: clock,
  quietUntil: clock,
})

/** 邮件 · 签名回调 · 企业微信、钉钉、飞书群机器人. */
export const ChannelKind = z.enum(['mail', 'webhook', 'wecom', 'dingtalk', 'feishu'])
export type ChannelKind = z.infer<typeof ChannelKind>

const Named = {
  name: z.string().trim().min(1).max(60),
  isOn: z.boolean(),
  /** Only what concerns people of this unit and below; null for the whole district. */
  unitId: UnitId.nullable(),
}
/** Never shown again; null keeps the one that is kept. */
const Secret = z.string().max(500).nullable()

export const ChannelSettings = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['wecom', 'dingtalk', 'feishu']) }),
  z.object({ kind: z.literal('webhook') }),
  z.object({
    kind: z.literal('mail'),
    host: z.string().trim().min(1).max(200),
    port: z.number().int().min(1).max(65535),
    /** TLS from the first byte; otherwise STARTTLS when the server offers it. */
    isSecure: z.boolean(),
    user: z.string().trim().max(200),
    from: z.email().max(200),
  }),
])
export type ChannelSettings = z.infer<typeof ChannelSettings>

export const Light = z.enum(['good', 'bad', 'none'])

export const Channel = z.object({
  id: ChannelId,
  ...Named,
  unit: z.string(),
  settings: ChannelSettings,
  /** The host and path it goes to; what follows is secret and not shown. */
  address: z.string(),
  perMinute: z.number().int(),
  light: Light,
  workedAt: instant.nullable(),
  failedAt: instant.nullable(),
  problem: z.string(),
  counts: z.object({ queued: z.number().int(), sent: z.number().int(), failed: z.number().int() }),
})

export const AllowedAddress = z.object({
  host: z.string().trim().toLowerCase().min(1).max(200),
  port: z.number().int().min(1).max(65535),
  reach: z.enum(['public', 'private', 'this-machine']),
})
export type AllowedAddress = z.infer<typeof AllowedAddress>

const manage = { permission: 'inbox.manage' } as const

export const inbox = {
  listMessages: endpoint({
    method: 'GET',
    path: '/messages',
    summary: 'What I was told, the newest first',
    access: 'signed-in',
    refuses: [],
  })
    .input(z.object({ before: instant.optional() }))
    .output(z.object({ messages: z.array(Message), unread: z.number().int(), next: instant.nullable() })),
  countMessages: endpoint({
    method: 'GET',
    path: '/messages/counts',
    summary: 'How many messages I have not read',
    access: 'signed-in',
    refuses: [],
  }).output(z.object({ unread: z.number().int() })),
  readMessages: endpoint({
    method: 'POST',
    path: '/messages/readings',
    summary: 'Mark my messages as read',
    access: 'signed-in',
    refuses: [],
  })
    .input(z.object({ until: instant }))
    .output(z.object({ read: z.number().int() })),
  readPreferences: endpoint({
    method: 'GET',
    path: '/messages/preferences',
    summary: 'My quiet hours and where letters to me go',
    access: 'signed-in',
    refuses: [],
  }).output(Preferences),
  keepPreferences: endpoint({
    method: 'PUT',
    path: '/messages/preferences',
    summary: 'Keep my quiet hours and address',
    access: 'signed-in',
    refuses: [],
  })
    .input(Preferences)
    .output(Preferences),
  listChannels: endpoint({
    method: 'GET',
    path: '/channels',
    summary: 'The ways messages leave the house, and how they do',
    access: manage,
    refuses: [],
  }).output(z.array(Channel)),
  addChannel: endpoint({
    method: 'POST',
    path: '/channels',
    summary: 'Add a channel',
    access: manage,
    refuses: ['not-found', 'channel-name-taken', 'channel-address-unreadable', 'channel-secret-unfit'],
  })
    .input(
      z.object({
        ...Named,
        settings: ChannelSettings,
        /** The whole address of a robot or webhook; empty for mail. */
        url: z.string().trim().max(1000),
        secret: Secret,
      }),
    )
    .output(z.object({ id: ChannelId })),
  changeChannel: endpoint({
    method: 'PUT',
    path: '/channels/{id}',
    summary: 'Change a channel; a new webhook secret signs beside the old one until the next change',
    access: manage,
    refuses: ['not-found', 'channel-name-taken', 'channel-address-unreadable', 'channel-secret-unfit'],
  })
    .input(
      z.object({
        id: ChannelId,
        ...Named,
        settings: ChannelSettings,
        url: z.string().trim().max(1000),
        secret: Secret,
      }),
    )
    .output(z.object({})),
  testChannel: endpoint({
    method: 'POST',
    path: '/channels/{id}/tests',
    summary: 'Send a trial message now and say what came of it',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ id: ChannelId }))
    .output(z.object({ worked: z.boolean(), problem: z.string() })),
  retryFailed: endpoint({
    method: 'POST',
    path: '/channels/{id}/retries',
    summary: 'Queue again what could not be delivered',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ id: ChannelId }))
    .output(z.object({ queued: z.number().int() })),
  listAddresses: endpoint({
    method: 'GET',
    path: '/outgoing-addresses',
    summary: 'The only addresses anything is sent to',
    access: manage,
    refuses: [],
  }).output(z.array(AllowedAddress)),
  allowAddress: endpoint({
    method: 'PUT',
    path: '/outgoing-addresses',
    summary: 'Allow an address, or say how near it may lie',
    access: manage,
    refuses: [],
  })
    .input(AllowedAddress)
    .output(z.object({})),
  forbidAddress: endpoint({
    method: 'DELETE',
    path: '/outgoing-addresses/{host}/{port}',
    summary: 'Take an address off the list',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ host: z.string().max(200), port: z.coerce.number().int() }))
    .output(z.object({})),
}
