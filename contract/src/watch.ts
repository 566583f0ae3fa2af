import { z } from 'zod'
import { ChangeId } from './desk-changes.ts'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { Look, SeenAnswer, WatchedFrom } from './watch-places.ts'

/** Probes, what they found, and the availability made of it. */

export const ProbeId = z.uuid().brand<'ProbeId'>()
export type ProbeId = z.infer<typeof ProbeId>

const instant = z.iso.datetime()
const host = z.string().trim().toLowerCase().min(1).max(200)
const port = z.number().int().min(1).max(65535)
const user = z.string().trim().max(200)
const Line = { host, port }
const figure = z.string().regex(/^-?\d{1,12}(\.\d{1,6})?$/)
/** `any` takes a certificate nobody vouches for, as inner networks have them; what travels is encrypted all the same. */
const Trust = z.enum(['verified', 'any'])
/** Fewer days left on the certificate count as a failure; null does not look. */
const daysLeft = z.number().int().min(0).max(365).nullable()

/** Version 3 of SNMP. The password holds two lines: the word that signs and the one that enciphers; one line does both. */
export const SnmpSecurity = z.object({
  user: user.min(1),
  level: z.enum(['none', 'auth', 'auth-priv']),
  hash: z.enum(['sha1', 'sha224', 'sha256', 'sha384', 'sha512']),
})
export type SnmpSecurity = z.infer<typeof SnmpSecurity>

/** `{user}`, `{secret}` and what earlier steps took stand in paths and bodies; cookies are kept from step to step. */
const ScenarioStep = z.object({
  name: z.string().trim().min(1).max(60),
  method: z.enum(['GET', 'POST']),
  path: z
    .string()
    .trim()
    .regex(/^\/[^\s]*$/)
    .max(500),
  body: z.string().max(2000),
  status: z.number().int().min(100).max(599),
  contains: z.string().max(200),
  /** A word between two texts of the answer, for later steps. */
  take: z
    .object({
      name: z.string().regex(/^[a-z]{1,20}$/),
      after: z.string().min(1).max(200),
      before: z.string().min(1).max(200),
    })
    .nullable(),
})

export const ProbeTarget = z.discriminatedUnion('kind', [
  /** The service reports by itself; what does not come in time is a failure. */
  z.object({ kind: z.literal('push') }),
  z.object({
    kind: z.literal('http'),
    url: z.string().trim().min(1).max(1000),
    method: z.enum(['GET', 'HEAD']),
    /** First and last status that count as up; redirects are answers and not followed. */
    statusFrom: z.number().int().min(100).max(599),
    statusTo: z.number().int().min(100).max(599),
    contains: z.string().max(200),
    header: z.object({ name: z.string().regex(/^[A-Za-z0-9-]{1,60}$/), contains: z.string().max(200) }).nullable(),
    user,
    trust: Trust,
    daysLeft,
  }),
  z.object({
    kind: z.literal('scenario'),
    /** The system all steps ask: its scheme, host and port. */
    url: z.string().trim().min(1).max(300),
    user,
    trust: Trust,
    steps: z.array(ScenarioStep).min(1).max(10),
  }),
  z.object({ kind: z.literal('tcp'), ...Line }),
  z.object({ kind: z.literal('tls'), ...Line, trust: Trust, daysLeft }),
  z.object({
    kind: z.literal('dns'),
    ...Line,
    name: host,
    record: z.enum(['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT']),
    contains: z.string().max(200),
  }),
  z.object({
    kind: z.enum(['postgres', 'mysql', 'oracle', 'sqlserver']),
    ...Line,
    isSecure: z.boolean(),
    database: z.string().trim().min(1).max(100),
    user: user.min(1),
  }),
  z.object({ kind: z.literal('redis'), ...Line, isSecure: z.boolean(), user }),
  z.object({ kind: z.enum(['smtp', 'imap']), ...Line, isSecure: z.boolean() }),
  z.object({
    kind: z.literal('snmp'),
    ...Line,
    /** The object that is asked for; in version 2c its community is the password. */
    oid: z.string().regex(/^[0-2](\.\d{1,10}){2,40}$/),
    /** What the device says times this is the figure the limits are about: 0.1 for tenths. */
    factor: figure,
    least: figure.nullable(),
    most: figure.nullable(),
    /** Version 3; null is version 2c, which travels in the open. */
    security: SnmpSecurity.nullable().default(null),
  }),
  /** One echo, sent by the machine's own ping. A host on the list with any of its ports may be asked. */
  z.object({ kind: z.literal('icmp'), host }),
  z.object({ kind: z.literal('ntp'), ...Line, offMs: z.number().int().min(1).max(3_600_000) }),
  z.object({ kind: z.literal('ldap'), ...Line, isSecure: z.boolean(), user }),
])
export type ProbeTarget = z.infer<typeof ProbeTarget>
export type ProbeKind = ProbeTarget['kind']

export const Quorum = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('in-a-row'),
    failures: z.number().int().min(1).max(10),
    successes: z.number().int().min(1).max(10),
  }),
  z
    .object({
      kind: z.literal('of-last'),
      failures: z.number().int().min(1).max(10),
      checks: z.number().int().min(1).max(20),
    })
    .refine(({ failures, checks }) => failures <= checks, { message: 'more failures than checks' }),
])

export type Quorum = z.infer<typeof Quorum>

const Probe = {
  name: z.string().trim().min(1).max(60),
  /** The platform or system people know; the worst of them is what a promise on each of them is judged by. */
  service: z.string().trim().min(1).max(60),
  /** The service of the desk it belongs to: approved windows of changes name it, and it knows the hours of its peak. */
  deskService: z.string().min(1).max(40),
  target: ProbeTarget,
  everySeconds: z.number().int().min(10).max(3600),
  timeoutMs: z.number().int().min(100).max(60_000),
  /** After a failure it looks again so often, every `retrySeconds`. */
  retries: z.number().int().min(0).max(10),
  retrySeconds: z.number().int().min(1).max(3600),
  quorum: Quorum,
  /** While this probe is down, a failure says nothing about the one that depends on it. */
  parentId: ProbeId.nullable(),
  watchedFrom: WatchedFrom.default(null),
  isOn: z.boolean(),
}
/** Never shown again; null keeps the one that is kept. */
const Secret = z.string().max(500).nullable()

export const Seconds = z.object({
  agreed: z.number().int(),
  observed: z.number().int(),
  up: z.number().int(),
  planned: z.number().int(),
})
const percent = z.string().nullable()
export const Availability = z.object({ share: percent, coverage: percent, lowest: percent, highest: percent })

const ProbeDay = z.object({ day: z.iso.date(), share: percent, coverage: percent, outages: z.number().int() })

const ProbeState = z.enum(['up', 'down', 'unknown'])

export const ProbeLine = z.object({
  id: ProbeId,
  name: z.string(),
  service: z.string(),
  unit: z.string(),
  kind: z.string(),
  address: z.string(),
  everySeconds: z.number().int(),
  isOn: z.boolean(),
  state: ProbeState,
  lastAt: instant.nullable(),
  tookMs: z.number().int().nullable(),
  problem: z.string(),
  /** Ninety days, the oldest first. */
  days: z.array(ProbeDay),
  availability: Availability,
  /** The same within the peak windows of the calendar alone. */
  peak: Availability,
})

export const Finding = z.object({
  isUp: z.boolean(),
  tookMs: z.number().int(),
  problem: z.string(),
  certificateUntil: instant.nullable(),
})

const Outage = z.object({
  from: instant,
  to: instant,
  isOver: z.boolean(),
  seconds: z.number().int(),
  /** An approved window took the whole of it away. */
  isPlanned: z.boolean(),
})
const Window = z.object({ changeId: ChangeId, number: z.string(), from: instant, until: instant })

const see = { permission: 'watch.read' } as const
const manage = { permission: 'watch.manage' } as const
const MISFITS = [
  ...(['not-found', 'probe-name-taken', 'probe-address-unreadable', 'probe-timing'] as const),
  ...(['probe-service-unknown', 'probe-in-a-circle', 'vantage-quorum', 'vantage-unfit'] as const),
] as const

export const watch = {
  listProbes: endpoint({
    method: 'GET',
    path: '/watch/probes',
    summary: 'Probes with their state and ninety days of availability',
    access: see,
    refuses: [],
  }).output(z.array(ProbeLine)),
  openProbe: endpoint({
    method: 'GET',
    path: '/watch/probes/{id}',
    summary: 'A probe with its settings, outages and last answers',
    access: see,
    refuses: ['not-found'],
  })
    .input(z.object({ id: ProbeId }))
    .output(
      z.object({
        id: ProbeId,
        unitId: UnitId,
        ...Probe,
        hasSecret: z.boolean(),
        mayManage: z.boolean(),
        line: ProbeLine,
        seconds: Seconds,
        peakSeconds: Seconds,
        /** Approved and announced before they began; taken out of both sides. */
        windows: z.array(Window),
        outages: z.array(Outage),
        betweenFailures: z.string().nullable(),
        toRepair: z.string().nullable(),
        /** The last word of each place it is looked at from. */
        looks: z.array(Look),
        answers: z.array(SeenAnswer),
      }),
    ),
  addProbe: endpoint({
    method: 'POST',
    path: '/watch/probes',
    summary: 'Add a probe; the word of a heartbeat is answered once and never again',
    access: manage,
    refuses: MISFITS,
  })
    .input(z.object({ ...Probe, secret: Secret }))
    .output(z.object({ id: ProbeId, beatWord: z.string().nullable() })),
  changeProbe: endpoint({
    method: 'PUT',
    path: '/watch/probes/{id}',
    summary: 'Change a probe',
    access: manage,
    refuses: MISFITS,
  })
    .input(z.object({ id: ProbeId, ...Probe, secret: Secret }))
    .output(z.object({})),
  tryProbe: endpoint({
    method: 'POST',
    path: '/watch/trials',
    summary: 'Check once, now, and say what came of it; nothing is kept',
    access: manage,
    refuses: ['not-found'],
  })
    .input(
      z.object({
        /** Whose kept password is used when none is given. */
        id: ProbeId.nullable(),
        target: ProbeTarget,
        timeoutMs: Probe.timeoutMs,
        secret: Secret,
      }),
    )
    .output(Finding),
  beat: endpoint({
    method: 'POST',
    path: '/watch/beats',
    summary: 'A service says that it is up',
    access: 'anybody',
    refuses: ['not-found'],
  })
    .input(z.object({ word: z.string().min(1).max(100) }))
    .output(z.object({})),
}
