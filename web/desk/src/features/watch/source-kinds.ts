import type { SignalKind } from '@shiji/kernel/watch/signals/signal-kinds'
import type { Words } from '#desk/words/use-words.ts'

export type SourceKind = SignalKind

export const SOURCE_KINDS = {
  alertmanager: { zh: 'Prometheus Alertmanager', en: 'Prometheus Alertmanager' },
  grafana: { zh: 'Grafana', en: 'Grafana' },
  zabbix: { zh: 'Zabbix', en: 'Zabbix' },
  json: { zh: '其他（JSON）', en: 'Other (JSON)' },
  syslog: { zh: '设备系统日志（syslog）', en: 'System logs of devices (syslog)' },
  'snmp-trap': { zh: '设备 SNMP Trap', en: 'SNMP traps of devices' },
} as const satisfies Readonly<Record<SourceKind, unknown>> & Words
