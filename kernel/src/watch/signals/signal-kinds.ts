/**
 * What sends alarms here: Alertmanager (webhook version 4), Grafana alerting, a Zabbix webhook, plain JSON, or devices that
 * write system logs or send SNMP traps to a port.
 */
export const SIGNAL_KINDS = ['alertmanager', 'grafana', 'zabbix', 'json', 'syslog', 'snmp-trap'] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]

/** Those no address is called for: a device is known by where it sends from. */
export type DeviceKind = Extract<SignalKind, 'syslog' | 'snmp-trap'>

export function isOfDevices(kind: SignalKind): kind is DeviceKind {
  return kind === 'syslog' || kind === 'snmp-trap'
}
