import type { ProbeKind, ProbeTarget, Quorum, SnmpSecurity } from '@shiji/contract/watch'
import type { VantageId, WatchedFrom } from '@shiji/contract/watch-places'
import type { OpenedProbe } from './probe-view.ts'

/** The settings of a target as fields; which of them are asked for depends on its kind. */
export type TargetFields = {
  readonly url: string
  readonly method: 'GET' | 'HEAD'
  readonly statusFrom: number
  readonly statusTo: number
  readonly contains: string
  readonly headerName: string
  readonly headerContains: string
  readonly user: string
  readonly trust: 'verified' | 'any'
  readonly daysLeft: number | null
  readonly host: string
  readonly port: number
  readonly name: string
  readonly record: 'A' | 'AAAA' | 'CNAME' | 'MX' | 'NS' | 'TXT'
  readonly isSecure: boolean
  readonly database: string
  readonly offMs: number
  readonly oid: string
  readonly steps: readonly ScenarioStep[]
  readonly factor: string
  readonly least: string
  readonly most: string
  /** Version 2c, or how version 3 is secured. */
  readonly level: '2c' | SnmpSecurity['level']
  readonly hash: SnmpSecurity['hash']
}

export type ScenarioStep = Extract<ProbeTarget, { kind: 'scenario' }>['steps'][number]

export const NEW_STEP: ScenarioStep = {
  ...{ name: '', method: 'GET', path: '/', body: '', status: 200, contains: '', take: null },
}

export type ProbeFields = {
  readonly name: string
  readonly service: string
  readonly deskService: string
  readonly kind: ProbeKind
  readonly target: TargetFields
  readonly secret?: string
  /** The second word of version 3 of SNMP; empty where the first does both. */
  readonly privacy?: string
  readonly everySeconds: number
  readonly timeoutMs: number
  readonly retries: number
  readonly retrySeconds: number
  readonly quorum: Quorum['kind']
  readonly failures: number
  readonly successes: number
  readonly checks: number
  readonly parentId: string
  /** None: this server looks itself. */
  readonly vantages: readonly string[]
  readonly needed: number
  readonly isOn: boolean
}

const NO_TARGET: TargetFields = {
  ...{ url: '', method: 'GET', statusFrom: 200, statusTo: 299, contains: '', headerName: '', headerContains: '' },
  ...{ user: '', trust: 'verified', daysLeft: 14, host: '', port: 443, name: '', record: 'A' },
  ...{ isSecure: false, database: '', offMs: 1000, oid: '', factor: '1', least: '', most: '', steps: [NEW_STEP] },
  ...{ level: '2c', hash: 'sha256' },
}

export const NEW_PROBE: ProbeFields = {
  ...{ name: '', service: '', deskService: '', kind: 'http', target: NO_TARGET, secret: '' },
  ...{ everySeconds: 60, timeoutMs: 5000, retries: 1, retrySeconds: 20 },
  ...{ quorum: 'in-a-row', failures: 2, successes: 1, checks: 3, parentId: '', isOn: true },
  ...{ vantages: [], needed: 1 },
}

const USUAL_PORTS: Readonly<Record<Exclude<ProbeKind, 'push' | 'http' | 'scenario' | 'icmp'>, number>> = {
  ...{
    tcp: 80,
    tls: 443,
    dns: 53,
    postgres: 5432,
    mysql: 3306,
    oracle: 1521,
    sqlserver: 1433,
    redis: 6379,
    ldap: 389,
    smtp: 25,
    imap: 143,
    ntp: 123,
    snmp: 161,
  },
}

/** None for what has no port of its own. */
export function usualPortOf(kind: ProbeKind): number | undefined {
  return kind in USUAL_PORTS ? USUAL_PORTS[kind as keyof typeof USUAL_PORTS] : undefined
}

/** A probe as its form shows it. */
export function fieldsOf(probe: OpenedProbe): ProbeFields {
  const { name, service, deskService, target, everySeconds, timeoutMs, retries, retrySeconds, isOn } = probe
  const { kind, ...settings } = target
  const { kind: quorum, ...counts } = probe.quorum
  const header = target.kind === 'http' ? target.header : null
  const { least = null, most = null, security = null } = target.kind === 'snmp' ? target : {}
  return {
    ...{ name, service, deskService, kind, everySeconds, timeoutMs, retries, retrySeconds, isOn, secret: '' },
    target: {
      ...NO_TARGET,
      ...settings,
      ...{ least: least ?? '', most: most ?? '' },
      ...security,
      ...{ headerName: header?.name ?? '', headerContains: header?.contains ?? '' },
    },
    ...{ failures: NEW_PROBE.failures, successes: NEW_PROBE.successes, checks: NEW_PROBE.checks },
    ...counts,
    quorum,
    parentId: probe.parentId ?? '',
    ...{ vantages: probe.watchedFrom?.vantages ?? [], needed: probe.watchedFrom?.needed ?? NEW_PROBE.needed },
  }
}

export function targetOf(kind: ProbeKind, fields: TargetFields): ProbeTarget {
  const { host, port, isSecure, user, trust, daysLeft } = fields
  const line = { host, port }
  switch (kind) {
    case 'push':
      return { kind }
    case 'http': {
      const { url, method, statusFrom, statusTo, contains, headerName, headerContains } = fields
      const header = headerName === '' ? null : { name: headerName, contains: headerContains }
      return { kind, url, method, statusFrom, statusTo, contains, header, user, trust, daysLeft }
    }
    case 'scenario':
      return { kind, url: fields.url, user, trust, steps: fields.steps.map((step) => ({ ...NEW_STEP, ...step })) }
    case 'icmp':
      return { kind, host }
    case 'tcp':
      return { kind, ...line }
    case 'tls':
      return { kind, ...line, trust, daysLeft }
    case 'dns':
      return { kind, ...line, name: fields.name, record: fields.record, contains: fields.contains }
    case 'postgres':
    case 'mysql':
    case 'oracle':
    case 'sqlserver':
      return { kind, ...line, isSecure, database: fields.database, user }
    case 'redis':
    case 'ldap':
      return { kind, ...line, isSecure, user }
    case 'smtp':
    case 'imap':
      return { kind, ...line, isSecure }
    case 'snmp': {
      const { oid, factor, least, most, level, hash } = fields
      const limits = { least: least === '' ? null : least, most: most === '' ? null : most }
      const security = level === '2c' ? null : { user, level, hash }
      return { kind, ...line, oid, factor, ...limits, security }
    }
    case 'ntp':
      return { kind, ...line, offMs: fields.offMs }
  }
}

/** Null keeps the one that is kept. */
export function secretOf({ kind, target, secret = '', privacy = '' }: ProbeFields): string | null {
  if (secret === '') return null
  const isSecond = kind === 'snmp' && target.level === 'auth-priv' && privacy !== ''
  return isSecond ? `${secret}\n${privacy}` : secret
}

export function quorumOf({ quorum, failures, successes, checks }: ProbeFields): Quorum {
  return quorum === 'in-a-row' ? { kind: quorum, failures, successes } : { kind: quorum, failures, checks }
}

export function watchedFromOf({ vantages = [], needed = NEW_PROBE.needed }: Partial<ProbeFields>): WatchedFrom {
  return vantages.length === 0 ? null : { vantages: vantages.map((id) => id as VantageId), needed }
}
