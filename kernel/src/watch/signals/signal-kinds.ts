/**
 * What sends alarms here: Alertmanager (webhook version 4), Grafana alerting, a Zabbix webhook, plain JSON, or devices that
 * write system logs to a port.
 */
export const SIGNAL_KINDS = ['alertmanager', 'grafana', 'zabbix', 'json', 'syslog'] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]
