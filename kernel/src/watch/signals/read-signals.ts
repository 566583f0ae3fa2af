import { z } from 'zod'
import type { SignalKind } from './signal-kinds.ts'

/** One alarm of another monitor, as it stands in one message. */
export type Signal = {
  /** The same for the same thing: by it a repetition is known. */
  readonly fingerprint: string
  /** What is at fault; alarms about one thing belong together. */
  readonly about: string
  readonly title: string
  readonly severity: string
  readonly isFiring: boolean
  /** When it began, by the clock of the other side; null when it does not say. */
  readonly beganAt: Temporal.Instant | null
  /** Not told again for so long, it is over; null where only a word ends it. */
  readonly quietMinutes: number | null
}

/** What a device says: an alarm or its end, something that is neither, or nothing anybody can read. */
export type Heard = { readonly kind: 'alarm'; readonly signal: Signal } | { readonly kind: 'calm' | 'unreadable' }

const Words = z.record(z.string(), z.coerce.string())
const Alert = z.object({
  status: z.string(),
  labels: Words.default({}),
  annotations: Words.default({}),
  startsAt: z.string().optional(),
  fingerprint: z.string().optional(),
})
/** prometheus.io/docs/alerting/latest/configuration, webhook_config; Grafana sends the same and more. */
const Alerts = z.object({ alerts: z.array(Alert).min(1) })

/** The parameters a Zabbix media type is set up with; its macros come as text. */
const Zabbix = z.object({
  trigger: z.coerce.string().min(1),
  host: z.string().min(1),
  name: z.string().min(1),
  severity: z.string().default(''),
  /** `{EVENT.VALUE}`: 1 is a problem, 0 its end. */
  value: z.coerce.string(),
  began: z.string().optional(),
})

const Plain = z.object({
  title: z.string().min(1),
  state: z.enum(['firing', 'resolved']),
  fingerprint: z.string().min(1).optional(),
  about: z.string().min(1).optional(),
  severity: z.string().default(''),
  began: z.string().optional(),
})
const Plains = z.object({ alarms: z.array(Plain).min(1) })

/** The alarms of a message; null when it is none of that kind. What devices say comes by ports of its own. */
export function readSignals(kind: SignalKind, message: unknown): Signal[] | null {
  switch (kind) {
    case 'syslog':
    case 'snmp-trap':
      return null
    case 'alertmanager':
    case 'grafana': {
      const read = Alerts.safeParse(message)
      return read.success ? read.data.alerts.map(ofAlert) : null
    }
    case 'zabbix': {
      const read = Zabbix.safeParse(message)
      return read.success ? [ofZabbix(read.data)] : null
    }
    case 'json': {
      const many = Plains.safeParse(message)
      if (many.success) return many.data.alarms.map(ofPlain)
      const one = Plain.safeParse(message)
      return one.success ? [ofPlain(one.data)] : null
    }
  }
}

function ofAlert({ status, labels, annotations, startsAt, fingerprint }: z.output<typeof Alert>): Signal {
  const name = labels.alertname ?? ''
  const sorted = Object.entries(labels).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return {
    fingerprint: cut(fingerprint ?? JSON.stringify(sorted), LONGEST_PRINT),
    about: cut(labels.service ?? labels.instance ?? labels.job ?? name, LONGEST_ABOUT) || UNNAMED,
    title: cut(annotations.summary ?? annotations.description ?? name, LONGEST_TITLE) || UNNAMED,
    severity: cut(labels.severity ?? '', LONGEST_ABOUT),
    isFiring: status !== 'resolved',
    beganAt: momentOf(startsAt),
    quietMinutes: null,
  }
}

function ofZabbix({ trigger, host, name, severity, value, began }: z.output<typeof Zabbix>): Signal {
  return {
    ...{ fingerprint: cut(trigger, LONGEST_PRINT), about: cut(host, LONGEST_ABOUT), title: cut(name, LONGEST_TITLE) },
    ...{ severity: cut(severity, LONGEST_ABOUT), isFiring: value !== '0', beganAt: momentOf(began) },
    quietMinutes: null,
  }
}

function ofPlain({ title, state, fingerprint, about, severity, began }: z.output<typeof Plain>): Signal {
  return {
    fingerprint: cut(fingerprint ?? `${about ?? ''} ${title}`, LONGEST_PRINT),
    ...{ about: cut(about ?? title, LONGEST_ABOUT), title: cut(title, LONGEST_TITLE) },
    ...{ severity: cut(severity, LONGEST_ABOUT), isFiring: state === 'firing', beganAt: momentOf(began) },
    quietMinutes: null,
  }
}

/** A moment with its offset; Prometheus writes the year 1 for none. */
function momentOf(text: string | undefined): Temporal.Instant | null {
  if (text === undefined) return null
  try {
    const moment = Temporal.Instant.from(text)
    return moment.epochMilliseconds > 0 ? moment : null
  } catch {
    return null
  }
}

export function cut(text: string, longest: number): string {
  return text.trim().slice(0, longest)
}

export const LONGEST_PRINT = 500
export const LONGEST_ABOUT = 60
export const LONGEST_TITLE = 300
export const UNNAMED = '-'
