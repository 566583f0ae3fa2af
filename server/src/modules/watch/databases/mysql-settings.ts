import type { CheckupFigures, Observation } from '@shiji/kernel/watch/checkup/judge-checkup'

export type Known = ReadonlyMap<string, string>

/** Settings and counters of a MySQL or MariaDB by name, as it shows them. */
type ShownServer = { readonly variables: Known; readonly status: Known }

/** A setting that is a fault with one value: `rule`, its name, and the values it has then. */
const SETTINGS = [
  ['commit-not-safe', 'innodb_flush_log_at_trx_commit', ['0', '2']],
  ['torn-pages', 'innodb_doublewrite', ['OFF', '0']],
  ['checksums-off', 'innodb_checksum_algorithm', ['none', 'strict_none']],
  ['archiving-off', 'log_bin', ['OFF', '0']],
  ['not-encrypted', 'have_ssl', ['DISABLED', 'NO']],
] as const

/** Reads of pages below which a rate of hits says nothing. */
const READS = 100_000

export function observeServer({ variables, status }: ShownServer): Observation[] {
  const count = (name: string) => Number(status.get(name) ?? 0)
  const bySetting = SETTINGS.flatMap(([rule, setting, bad]) => {
    const is = variables.get(setting)
    return is !== undefined && bad.some((one) => one === is)
      ? [{ rule, subject: '', value: null, shown: { setting, is } }]
      : []
  })
  const [used, most] = [count('Threads_connected'), Number(variables.get('max_connections') ?? 0)]
  const connections = { rule: 'connections-near-limit', subject: '', shown: { used, most } }
  const deadlocks = { rule: 'deadlocks', subject: '', value: count('Innodb_deadlocks'), shown: {} }
  const isCounted = [variables.get('performance_schema'), variables.get('slow_query_log')].includes('ON')
  return [
    ...bySetting,
    ...binlogNotSafe(variables),
    ...(most === 0 ? [] : [{ ...connections, value: Math.floor((100 * used) / most) }]),
    deadlocks,
    ...missedReads(count),
    ...(isCounted
      ? []
      : [{ rule: 'statements-not-kept', subject: 'performance_schema, slow_query_log', value: null, shown: {} }]),
  ]
}

function binlogNotSafe(variables: Known): Observation[] {
  const is = variables.get('sync_binlog')
  if (variables.get('log_bin') !== 'ON' || is !== '0') return []
  return [{ rule: 'commit-not-safe', subject: 'binlog', value: null, shown: { setting: 'sync_binlog', is } }]
}

function missedReads(count: (name: string) => number): Observation[] {
  const [asked, missed] = [count('Innodb_buffer_pool_read_requests'), count('Innodb_buffer_pool_reads')]
  if (asked < READS) return []
  const value = Math.round((100 * missed) / asked)
  return [{ rule: 'cache-hit-low', subject: '', value, shown: { percent: 100 - value } }]
}

/** A replica that stands or lags, from its own status under its old or its new names; none for a server that is none. */
export function observeReplica(channels: readonly Readonly<Record<string, unknown>>[]): Observation[] {
  return channels.flatMap((channel): Observation[] => {
    const of = (...names: string[]) => String(names.map((name) => channel[name]).find((value) => value != null) ?? '')
    const subject = of('Connection_name', 'Channel_Name') || of('Master_Host', 'Source_Host')
    const running = [of('Slave_IO_Running', 'Replica_IO_Running'), of('Slave_SQL_Running', 'Replica_SQL_Running')]
    const state = of('Slave_IO_State', 'Replica_IO_State') || of('Last_IO_Error', 'Last_SQL_Error').slice(0, 120)
    if (running.some((one) => one !== 'Yes'))
      return [{ rule: 'replica-stopped', subject, value: null, shown: { state } }]
    const value = Number(of('Seconds_Behind_Master', 'Seconds_Behind_Source') || 0)
    return [{ rule: 'replica-behind', subject, value, shown: { state } }]
  })
}

export function figuresOfServer(
  { variables, status }: ShownServer,
  size: { bytes: number; tables: number },
): CheckupFigures {
  const count = (name: string) => Number(status.get(name) ?? 0)
  const [asked, missed] = [count('Innodb_buffer_pool_read_requests'), count('Innodb_buffer_pool_reads')]
  return {
    ...{ 'size-bytes': size.bytes, tables: size.tables, connections: count('Threads_connected') },
    'connections-most': Number(variables.get('max_connections') ?? 0),
    'uptime-seconds': count('Uptime'),
    ...(asked === 0 ? {} : { 'cache-hit-percent': Math.round(100 - (100 * missed) / asked) }),
    deadlocks: count('Innodb_deadlocks'),
  }
}
