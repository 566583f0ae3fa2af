import type { ProbeTarget } from '@shiji/contract/watch'
import {
  type Allowed,
  type LookUp,
  lookUpName,
  pinAddress,
  readDestination,
  reasonOf,
} from '#platform/outgoing/post-outgoing'
import { type Answer, bad, FINE, type Finding, type ProbeProblem, type Reached } from './finding.ts'
import { probeHttp } from './probe-http.ts'
import { echoPort, probeIcmp } from './probe-icmp.ts'
import { probeLdap, probeMail, probeRedis, probeTcp, probeTls } from './probe-lines.ts'
import { probeMysql } from './probe-mysql.ts'
import { probeDns, probeNtp } from './probe-names.ts'
import { probePostgres } from './probe-postgres.ts'
import { probeScenario } from './probe-scenario.ts'
import { probeSnmp } from './probe-snmp.ts'
import { probeUnproven } from './probe-unproven.ts'

/** A heartbeat comes by itself; everything else is asked. */
export type Asked = Exclude<ProbeTarget, { kind: 'push' }>

export type Check = {
  readonly target: Asked
  /** Null when this server cannot open the one that is kept. */
  readonly secret: string | null
  readonly timeoutMs: number
  readonly allowed: readonly Allowed[]
  readonly lookUp?: LookUp
}

/** Looks once. Only addresses on the list are asked, each judged and pinned anew (security.md W8). Never throws. */
export async function check(look: Check): Promise<Finding> {
  const begun = performance.now()
  // One that is stopped with its look holds nothing until the time would have been up.
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), look.timeoutMs)
  const answer = await askWithin(look, patience.signal)
  clearTimeout(timer)
  return { ...answer, tookMs: Math.round(performance.now() - begun) }
}

async function askWithin({ target, secret, timeoutMs, allowed, lookUp = lookUpName }: Check, signal: AbortSignal) {
  if (secret === null) return bad('password-lost', {})
  const to = allowedPlace(target, allowed)
  if (to === null) return unaskable(target)
  const { host, port } = to
  try {
    const pinned = await Promise.race([pinAddress(to, allowed, lookUp), givenUp(signal)])
    if (!pinned.ok) return { ...FINE, problem: problemOf(pinned.problem, to) }
    return await ask(target, { host, port, pinned: pinned.value, secret, signal, timeoutMs })
  } catch (error) {
    if (signal.aborted) return bad('too-slow', { ms: timeoutMs })
    return bad('not-reached', { host, port, reason: reasonOf(error) })
  }
}

/** A name that is never answered for is given up like anything else. */
function givenUp(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
}

type Refused = Extract<Awaited<ReturnType<typeof pinAddress>>, { ok: false }>['problem']

/** Why an address is not asked, as an answer of a probe. */
export function problemOf({ code, parameters }: Refused, to: { host: string; port: number }): ProbeProblem {
  switch (code) {
    case 'address-not-allowed':
    case 'address-too-near':
    case 'address-unknown':
    case 'address-unreadable':
      return { code, parameters }
    case 'not-reached':
    case 'answered-badly':
    case 'redirected':
      return { code: 'not-reached', parameters: { ...to, reason: code } }
  }
}

function unaskable(target: Asked): Answer {
  return target.kind === 'icmp' ? bad('host-not-allowed', { host: target.host }) : bad('address-unreadable', {})
}

/** Host and port, as the list of allowed addresses names them. */
function allowedPlace(target: Asked, allowed: readonly Allowed[]): Destination | null {
  if (target.kind !== 'icmp') return destinationOf(target)
  const port = echoPort(target.host, allowed)
  return port === null ? null : { host: target.host, port }
}

type Destination = { readonly host: string; readonly port: number }

/** Where a target lies; an echo has a host alone. */
export function destinationOf(target: Exclude<Asked, { kind: 'icmp' }>): Destination | null {
  if (target.kind !== 'http' && target.kind !== 'scenario') return { host: target.host, port: target.port }
  const to = readDestination(target.url)
  return to === null ? null : { host: to.host, port: to.port }
}

function ask(target: Asked, reached: Reached): Promise<Answer> {
  switch (target.kind) {
    case 'http':
      return probeHttp(target, reached)
    case 'scenario':
      return probeScenario(target, reached)
    case 'tcp':
      return probeTcp(reached)
    case 'tls':
      return probeTls(target, reached)
    case 'dns':
      return probeDns(target, reached)
    case 'postgres':
      return probePostgres(target, reached)
    case 'mysql':
      return probeMysql(target, reached)
    case 'oracle':
    case 'sqlserver':
      return probeUnproven(target, reached)
    case 'redis':
      return probeRedis(target, reached)
    case 'smtp':
    case 'imap':
      return probeMail(target, reached)
    case 'ntp':
      return probeNtp(target, reached)
    case 'icmp':
      return probeIcmp(reached)
    case 'snmp':
      return probeSnmp(target, reached)
    case 'ldap':
      return probeLdap(target, reached)
  }
}
