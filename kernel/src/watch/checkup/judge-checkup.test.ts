import { expect, test } from 'vitest'
import type { CheckupPack } from './checkup-pack.ts'
import { compareFindings, judgeCheckup, type SeenDatabase } from './judge-checkup.ts'

const TOLD = { name: { zh: '名', en: 'n' }, reason: { zh: '因', en: 'r' }, risk: { zh: '险', en: 'k' } }
const rule = (key: string, grade: 'serious' | 'notable' | 'hint', atLeast: number | null) => ({
  ...{ key, area: 'all', grade, atLeast, ...TOLD, advice: { zh: '法', en: 'a' } },
})

const PACK: CheckupPack = {
  ...{
    id: 'X',
    place: 'cn',
    source: 'test',
    knownOn: '2025-11-13',
    deskService: 'application',
    areas: [{ key: 'all', name: { zh: '全', en: 'all' } }],
  },
  rules: [
    rule('index-unused', 'hint', 1024),
    rule('fsync-off', 'serious', null),
    rule('version-ended', 'serious', 0),
    rule('version-ending', 'notable', 0),
    rule('version-unknown', 'hint', null),
    rule('patch-behind', 'notable', null),
    rule('backup-unknown', 'serious', null),
    rule('backup-old', 'serious', 8),
    rule('drill-unknown', 'notable', null),
    rule('drill-old', 'notable', 184),
    rule('growth-fast', 'notable', 20),
  ],
  lines: [
    { engine: 'postgres', line: '15', endsOn: '2027-11-11', patch: '15.15' },
    { engine: 'postgres', line: '13', endsOn: '2025-11-13', patch: '13.23' },
    { engine: 'mariadb', line: '10.11', endsOn: '2028-02-16', patch: null },
  ],
}

const day = (text: string) => Temporal.PlainDate.from(text)
const SOUND: SeenDatabase = {
  ...{ engine: 'postgres', version: '15.16', observations: [], figures: { 'size-bytes': 1000 }, before: null },
  ...{ today: day('2026-03-02'), backupOn: day('2026-03-01'), drillOn: day('2025-12-01') },
}
const rulesOf = (changes: Partial<SeenDatabase>) =>
  judgeCheckup(PACK, { ...SOUND, ...changes }).map(({ rule: key, value }) => (value === null ? key : `${key} ${value}`))

test('a sound database has no finding', () => {
  expect(rulesOf({})).toEqual([])
})

test.each([
  ['15.4', 'postgres', '2026-03-02', ['patch-behind']],
  ['15.15', 'postgres', '2026-03-02', []],
  ['15.9', 'postgres', '2027-09-01', ['version-ending 71', 'patch-behind']],
  ['13.23', 'postgres', '2025-11-13', ['version-ending 0']],
  ['13.23', 'postgres', '2026-03-02', ['version-ended 109']],
  ['19.1', 'postgres', '2026-03-02', ['version-unknown']],
  ['10.11.6-MariaDB-0+deb12u1', 'mariadb', '2026-03-02', []],
  ['10.1.48-MariaDB', 'mariadb', '2026-03-02', ['version-unknown']],
] as const)('version %s of %s on %s: %j', (version, engine, today, found) => {
  const dates = { today: day(today), backupOn: day(today), drillOn: day(today) }
  expect(rulesOf({ version, engine, ...dates })).toEqual(found)
})

test.each([
  ['2026-02-23', '2025-12-01', []],
  ['2026-02-22', '2025-12-01', ['backup-old 8']],
  [null, '2025-12-01', ['backup-unknown']],
  ['2026-03-01', '2025-08-30', ['drill-old 184']],
  ['2026-03-01', null, ['drill-unknown']],
])('last backup %s, last drill %s: %j', (backupOn, drillOn, found) => {
  const on = (text: string | null) => (text === null ? null : day(text))
  expect(rulesOf({ backupOn: on(backupOn), drillOn: on(drillOn) })).toEqual(found)
})

test.each([
  ['2026-02-24', 900, []],
  ['2026-02-23', 900, ['growth-fast 48']],
  ['2026-01-31', 900, []],
  ['2026-01-31', 833, ['growth-fast 20']],
  ['2026-01-31', 0, []],
  ['2026-01-31', 2000, []],
])('a database of 1000 bytes that on %s had %i: %j', (on, bytes, found) => {
  expect(rulesOf({ before: { day: day(on), figures: { 'size-bytes': bytes } } })).toEqual(found)
})

test('the gravest come first, then the largest; what is below its limit is none', () => {
  const unused = (subject: string, value: number) => ({ rule: 'index-unused', subject, value, shown: {} })
  const observations = [
    ...[unused('b', 1024), unused('c', 1023), unused('a', 1024), unused('d', 9000)],
    { rule: 'fsync-off', subject: '', value: null, shown: {} },
    { rule: 'of-no-pack', subject: '', value: null, shown: {} },
  ]
  const found = judgeCheckup(PACK, { ...SOUND, observations })
  expect(found.map(({ rule: key, subject }) => `${key} ${subject}`.trim())).toEqual([
    ...['fsync-off', 'index-unused d', 'index-unused a', 'index-unused b'],
  ])
})

test('a fault is the same when its rule and subject are, whatever its measure', () => {
  const finding = (subject: string, value: number) => ({ rule: 'index-unused', subject, value, shown: {} })
  const { fresh, gone } = compareFindings([finding('a', 1), finding('b', 2)], [finding('b', 9), finding('c', 3)])
  expect([fresh, gone]).toEqual([[finding('a', 1)], [finding('c', 3)]])
})
