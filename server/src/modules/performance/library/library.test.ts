import { beforeEach, expect, test } from 'vitest'
import { exampleOf } from '#testing/test-forms'
import { type Colleague, makeOffice } from '#testing/test-office'
import { makeWorld, type TestWorld } from '#testing/test-world'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')
const EXAMPLE = exampleOf('CN-SH-MINHANG-DECLARATION')
const ROW = { ...EXAMPLE.indicators[0], level1: '产出目标', level2: '数量' }
const FIRST = { ...ROW, level3: '运维工作计划完成率', target: '=100.00%' }
const SECOND = { ...ROW, level2: '质量', level3: '故障解决率', target: '=100.00%' }
const DECLARATION = { ...EXAMPLE, indicators: [FIRST, SECOND] }

let world: TestWorld
let contact: Colleague
let finance: Colleague

beforeEach(async () => {
  world = await makeWorld()
  const office = await makeOffice(world, { now: () => NOW })
  const unitId = await office.addUnit('教育信息中心')
  contact = await office.addPerson('linxia', { unitId, roles: ['project-contact'] })
  finance = await office.addPerson('xuwang', { unitId: office.districtId, roles: ['finance-reviewer'] })
})

const declare = async (changes: object = {}) =>
  (await contact.ask('POST', '/forms', { body: { content: { ...DECLARATION, ...changes }, documentId: null } })).body

const names = async (query: string) =>
  (await contact.ask('GET', `/library/entries?${query}`)).body.entries.map(({ level3 }: { level3: string }) => level3)

test.each([
  ['two characters', `text=${encodeURIComponent('值守')}`],
  ['a synonym', `text=${encodeURIComponent('机房值守')}`],
  ['the first letters of its pinyin', 'text=jfzs'],
])('an indicator is found by %s', async (_title, query) => {
  expect(await names(query)).toContain('信息系统运维机房值守')
})

test('a kind of service narrows the library and says how many entries it has', async () => {
  const { body } = await contact.ask('GET', '/library/entries?service=cloud')
  const { entries } = body.services.find(({ key }: { key: string }) => key === 'cloud')
  expect(body.entries.length).toBe(entries)
  expect(await names('service=cloud')).toContain('办公无纸化普及率')
  expect(await names('service=cloud')).not.toContain('故障恢复时间')
})

test('on a form every entry knows its place on the sheet, whether it stands there, and where it is used', async () => {
  const form = await declare()
  await declare({ project: '校园网运维', indicators: [{ ...FIRST, level3: '运维计划完成率', target: '≥98%' }] })
  const { body } = await contact.ask(
    'GET',
    `/library/entries?formId=${form.id}&text=${encodeURIComponent('运维工作计划')}`,
  )
  expect(body.entries[0]).toMatchObject({
    id: 'ops.plan-completion',
    place: { level1: '产出目标', level2: '数量' },
    onForm: 0,
    uses: 2,
  })
  const { body: uses } = await contact.ask('GET', '/library/entries/ops.plan-completion/uses')
  expect(uses.map(({ project, target }: { project: string; target: string }) => [project, target])).toContainEqual([
    '校园网运维',
    '≥98%',
  ])
})

const ADDED = {
  services: ['training'],
  level1: '产出指标',
  level2: '数量指标',
  level3: '网络安全培训人次',
  unit: '人次',
  direction: 'higher',
  targets: ['≥200人次'],
  remark: '签到表上的人次',
}

test('finance adds an entry, retires one of the pack and puts it back; every step is in the ledger', async () => {
  const { body: added } = await finance.ask('POST', '/library/entries', { body: ADDED })
  expect(await names('service=training')).toContain('网络安全培训人次')

  const path = '/library/entries/ops.fault-solved/retirement'
  await finance.ask('POST', path, { body: { reason: '改用修复率' } })
  expect(await names('service=operations')).not.toContain('故障解决率')
  expect(await names('service=operations&retired=show')).toContain('故障解决率')
  await finance.ask('DELETE', path)
  expect(await names('service=operations')).toContain('故障解决率')

  const ledger = await world.pool.query(
    `select did from tenant_chenghu.ledger_entry where did like 'performance.library%' order by id`,
  )
  expect(added.id).toMatch(/^own\./)
  expect(ledger.rows.map(({ did }) => did).sort()).toEqual([
    'performance.library-entry-added',
    'performance.library-entry-restored',
    'performance.library-entry-retired',
  ])
})

test.each([
  ['a promise the library has in another spelling', { ...ADDED, level3: '业务部门满意程度' }, 409, 'indicator-known'],
  ['a kind of service nobody knows', { ...ADDED, services: ['space'] }, 422, 'service-unknown'],
])('the library refuses %s', async (_title, body, status, code) => {
  expect(await finance.ask('POST', '/library/entries', { body })).toMatchObject({ status, body: { code } })
})

test('a second retirement, and putting back what is not retired, change nothing', async () => {
  const path = '/library/entries/ops.fault-solved/retirement'
  expect(await finance.ask('DELETE', path)).toMatchObject({ status: 404 })
  await finance.ask('POST', path, { body: { reason: '改用修复率' } })
  const again = await finance.ask('POST', path, { body: { reason: '再停一次' } })
  expect(again).toMatchObject({ status: 409, body: { code: 'indicator-retired' } })
})

test('whoever declares does not keep the library', async () => {
  expect(await contact.ask('POST', '/library/entries', { body: ADDED })).toMatchObject({ status: 403 })
})

test('a row promised twice, and a name written otherwise than in the library, are told with their reason', async () => {
  const indicators = [FIRST, SECOND, { ...FIRST, level3: '运维计划完成率（%）' }, { ...SECOND, level3: '教师满意程度' }]
  const form = await declare({ indicators })
  const { body } = await contact.ask('GET', `/forms/${form.id}/duplicates`)
  expect(body).toEqual([
    expect.objectContaining({
      kind: 'within',
      where: 'indicators[2].level3',
      likeness: 'same',
      message: '与第 1 行“运维工作计划完成率”重复',
      otherName: null,
    }),
    expect.objectContaining({ kind: 'library', where: 'indicators[2].level3', otherName: '运维工作计划完成率' }),
    expect.objectContaining({
      kind: 'library',
      where: 'indicators[3].level3',
      otherName: '教师满意率',
      likeness: 'same',
    }),
  ])
})
