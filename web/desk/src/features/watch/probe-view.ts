import type { ProbeId, ProbeKind } from '@shiji/contract/watch'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { type api, queries } from '#desk/api/client.ts'
import type { LightKind } from '#desk/kit/light.tsx'
import type { Words } from '#desk/words/use-words.ts'

export type ProbeLine = Awaited<ReturnType<typeof api.watch.listProbes>>[number]
export type OpenedProbe = Awaited<ReturnType<typeof api.watch.openProbe>>

export const STATE_WORDS = {
  up: { zh: '可用', en: 'up' },
  down: { zh: '中断', en: 'down' },
  unknown: { zh: '未知', en: 'unknown' },
  off: { zh: '已停用', en: 'switched off' },
} as const satisfies Words

export type Shown = keyof typeof STATE_WORDS

export const STATE_LIGHTS: Readonly<Record<Shown, LightKind>> = {
  up: 'good',
  down: 'bad',
  unknown: 'watch',
  off: 'none',
}

export function shownState({ state, isOn }: Pick<ProbeLine, 'state' | 'isOn'>): Shown {
  return isOn ? state : 'off'
}

export const KIND_WORDS = {
  http: { zh: '网页（HTTP/HTTPS）', en: 'Page (HTTP/HTTPS)' },
  scenario: { zh: '多步操作（HTTP）', en: 'Several steps (HTTP)' },
  tcp: { zh: '端口（TCP）', en: 'Port (TCP)' },
  tls: { zh: '证书（TLS）', en: 'Certificate (TLS)' },
  dns: { zh: '域名解析（DNS）', en: 'Names (DNS)' },
  postgres: { zh: 'PostgreSQL 数据库', en: 'PostgreSQL database' },
  mysql: { zh: 'MySQL / MariaDB 数据库', en: 'MySQL or MariaDB database' },
  oracle: { zh: 'Oracle 数据库（未在真实服务器上验证）', en: 'Oracle database (untested on a live server)' },
  sqlserver: { zh: 'SQL Server 数据库（未在真实服务器上验证）', en: 'SQL Server database (untested on a live server)' },
  redis: { zh: 'Redis', en: 'Redis' },
  ldap: { zh: '目录服务（LDAP）', en: 'Directory (LDAP)' },
  smtp: { zh: '发信（SMTP）', en: 'Sending mail (SMTP)' },
  imap: { zh: '收信（IMAP）', en: 'Reading mail (IMAP)' },
  ntp: { zh: '时钟（NTP）', en: 'Clock (NTP)' },
  snmp: { zh: '设备读数（SNMP v2c、v3）', en: 'Reading of a device (SNMP v2c, v3)' },
  icmp: { zh: '网络可达（ICMP，ping）', en: 'Echo (ICMP, ping)' },
  push: { zh: '心跳（系统自己报到）', en: 'Heartbeat (it reports by itself)' },
} as const satisfies Readonly<Record<ProbeKind, { zh: string; en: string }>>

const RENEW_MS = 5_000

/** The probe of the address; the records of a measure add a day to its id. */
export function useProbeId(): ProbeId {
  const { probeId } = useParams({ strict: false })
  return (probeId ?? '').split('.')[0] as ProbeId
}

/** Asked again while somebody looks. */
export function useProbe(id: ProbeId) {
  return useQuery(queries.watch.openProbe.queryOptions({ input: { id }, refetchInterval: RENEW_MS }))
}

const HOUR = 3600

/** A length as people say it: 2 h 5 min. */
export const LENGTH_WORDS = {
  seconds: { zh: '{seconds} 秒', en: '{seconds} s' },
  minutes: { zh: '{minutes} 分', en: '{minutes} min' },
  precise: { zh: '{minutes} 分 {seconds} 秒', en: '{minutes} min {seconds} s' },
  hours: { zh: '{hours} 小时', en: '{hours} h' },
  both: { zh: '{hours} 小时 {minutes} 分', en: '{hours} h {minutes} min' },
} as const satisfies Words

type SayLength = (key: keyof typeof LENGTH_WORDS, parameters: Record<string, number>) => string

export function sayLength(total: number, say: SayLength): string {
  if (total < 60) return say('seconds', { seconds: total })
  const [hours, rest] = [Math.floor(total / HOUR), total % HOUR]
  const [minutes, seconds] = [Math.floor(rest / 60), rest % 60]
  if (hours === 0) return seconds === 0 ? say('minutes', { minutes }) : say('precise', { minutes, seconds })
  return minutes === 0 ? say('hours', { hours }) : say('both', { hours, minutes })
}
