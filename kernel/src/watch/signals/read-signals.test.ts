import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSignals } from './read-signals.ts'
import { SIGNAL_KINDS } from './signal-kinds.ts'

/** As Alertmanager 0.27 sends it (webhook version 4). */
const ALERTMANAGER = {
  version: '4',
  groupKey: '{}:{alertname="InstanceDown"}',
  status: 'firing',
  receiver: 'shiji',
  groupLabels: { alertname: 'InstanceDown' },
  commonLabels: { alertname: 'InstanceDown', severity: 'critical' },
  commonAnnotations: {},
  externalURL: 'http://alertmanager:9093',
  truncatedAlerts: 0,
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'InstanceDown', instance: 'db-1:9100', job: 'node', severity: 'critical' },
      annotations: { summary: 'db-1 不可达' },
      startsAt: '2026-03-05T02:00:12.345Z',
      endsAt: '0001-01-01T00:00:00Z',
      generatorURL: 'http://prometheus:9090/graph',
      fingerprint: 'c1a2b3d4e5f60718',
    },
    {
      status: 'resolved',
      labels: { alertname: 'DiskFull', service: '学籍', severity: 'warning' },
      annotations: {},
      startsAt: '0001-01-01T00:00:00Z',
      endsAt: '2026-03-05T02:10:00Z',
      fingerprint: '0807161504131211',
    },
  ],
}

test('Alertmanager: one signal an alert, known again by its fingerprint', () => {
  expect(readSignals('alertmanager', ALERTMANAGER)).toEqual([
    {
      ...{ fingerprint: 'c1a2b3d4e5f60718', about: 'db-1:9100', title: 'db-1 不可达', severity: 'critical' },
      ...{ quietMinutes: null, isFiring: true, beganAt: Temporal.Instant.from('2026-03-05T02:00:12.345Z') },
    },
    {
      ...{ fingerprint: '0807161504131211', about: '学籍', title: 'DiskFull', severity: 'warning' },
      ...{ quietMinutes: null, isFiring: false, beganAt: null },
    },
  ])
})

test('Grafana: the same form with values besides; without a fingerprint its labels tell it apart', () => {
  const alert = (labels: object) => ({
    status: 'firing',
    labels,
    annotations: {},
    values: { B: 22.1 },
    silenceURL: 'x',
  })
  const message = { title: '[FIRING:2]', orgId: 1, alerts: [alert({ a: 'x', b: 'y' }), alert({ b: 'y', a: 'x' })] }
  const [one, other] = readSignals('grafana', message) ?? []
  expect(one?.fingerprint).toBe(other?.fingerprint)
  expect(one?.title).toBe('-')
})

test.each([
  ['1', true],
  ['0', false],
])('Zabbix with the value %s is firing: %s', (value, isFiring) => {
  const message = { trigger: '18023', host: 'ups-1', name: 'UPS 电池放电', severity: 'High', value }
  const about = { fingerprint: '18023', about: 'ups-1', title: 'UPS 电池放电', severity: 'High' }
  expect(readSignals('zabbix', message)).toEqual([{ ...about, isFiring, beganAt: null, quietMinutes: null }])
})

test('plain JSON: one alarm or several', () => {
  const alarm = { title: '温度过高', state: 'firing', began: '2026-03-05T10:00:00+08:00' }
  const read = {
    fingerprint: '温度过高',
    about: '温度过高',
    title: '温度过高',
    severity: '',
    isFiring: true,
    quietMinutes: null,
  }
  const expected = { ...read, beganAt: Temporal.Instant.from('2026-03-05T02:00:00Z') }
  expect(readSignals('json', alarm)).toEqual([expected])
  expect(readSignals('json', { alarms: [alarm, alarm] })).toHaveLength(2)
})

test.each(SIGNAL_KINDS)('whatever is sent to %s is read or said to be none, in letters that fit', (kind) => {
  fc.assert(
    fc.property(fc.jsonValue(), (message) => {
      for (const { fingerprint, about, title } of readSignals(kind, message) ?? []) {
        expect([fingerprint.length <= 500, about.length <= 60, title.length <= 300]).toEqual([true, true, true])
      }
    }),
  )
  expect(readSignals(kind, { status: 'firing' })).toBe(null)
  expect(readSignals(kind, { alerts: [], alarms: [] })).toBe(null)
})
