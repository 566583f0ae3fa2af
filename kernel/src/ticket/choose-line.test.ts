import { expect, test } from 'vitest'
import { chooseLine, type ServiceLine } from './choose-line.ts'

const line = (text: string): ServiceLine => {
  const [depth = '', service = '', startsOn = '', projectId = ''] = text.split(' ')
  const named = { service: service === '*' ? null : service, projectId: projectId === '-' ? null : projectId }
  return { depth: Number(depth), ...named, startsOn, setAt: `${startsOn}T00:00:00Z` }
}

const LINES = [
  '1 * 2025-01-01 district',
  '2 * 2025-01-01 bureau',
  '2 network 2025-01-01 network',
  '2 * 2026-01-01 bureau-26',
  '2 network 2026-03-01 -',
].map(line)

test.each([
  ['before any line began, none', 'network', '2024-12-31', undefined],
  ['the service goes before all services', 'network', '2025-06-01', 'network'],
  ['another service falls under all', 'printing', '2025-06-01', 'bureau'],
  ['the line begun last holds', 'printing', '2026-01-01', 'bureau-26'],
  ['a service keeps its line when all services get another', 'network', '2026-02-28', 'network'],
  ['a line may end in no project', 'network', '2026-03-01', null],
  ['what is about no service falls under all', null, '2025-06-01', 'bureau'],
])('%s', (_title, service, day, expected) => {
  expect(chooseLine(LINES, { service, day })?.projectId).toBe(expected)
})

test('a line set again on the same day takes the place of the one before', () => {
  const again = { ...line('2 * 2026-01-01 mended'), setAt: '2026-05-05T00:00:00Z' }
  expect(chooseLine([again, ...LINES], { service: 'printing', day: '2026-02-01' })?.projectId).toBe('mended')
  expect(chooseLine([...LINES, again], { service: 'printing', day: '2026-02-01' })?.projectId).toBe('mended')
})

test('the district holds where nothing nearer does', () => {
  expect(chooseLine(LINES.slice(0, 1), { service: 'network', day: '2026-02-01' })?.projectId).toBe('district')
})
