/** What sends alarms here: Alertmanager (webhook version 4), Grafana alerting, a Zabbix webhook, or plain JSON. */
export const SIGNAL_KINDS = ['alertmanager', 'grafana', 'zabbix', 'json'] as const
export type SignalKind = (typeof SIGNAL_KINDS)[number]
