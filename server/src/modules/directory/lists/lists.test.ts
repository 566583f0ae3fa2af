import { writeListTemplate } from '@shiji/forms/write/excel/list-template'
import { beforeEach, expect, test } from 'vitest'
import { fileForm, makeOffice, type TestOffice } from '#testing/test-office'
import { makeWorld, type TestWorld } from '#testing/test-world'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')
const UNITS = ['单位代码', '单位名称', '类别', '上级单位']
const PEOPLE = ['姓名', '登录名', '工号', '单位', '角色']
const SCHOOLS = [
  ['J002', '明德小学', '学校', 'J001'],
  ['J001', '东片学区', '中心', ''],
]
const STAFF = [
  ['周以宁', 'zhouyn', '0086', '明德小学', '教师、项目联系人'],
  ['陆明', '', '0087', 'J001', ''],
]

let world: TestWorld
let office: TestOffice

beforeEach(async () => {
  world = await makeWorld()
  office = await makeOffice(world, { now: () => NOW })
})

type Rows = readonly (readonly string[])[]

async function workbook(units: Rows, people: Rows): Promise<Uint8Array<ArrayBuffer>> {
  const list = (name: string, headings: readonly string[], rows: Rows) => {
    return { name, note: '说明', columns: headings.map((heading) => ({ heading, width: 20 })), rows }
  }
  return new Uint8Array(await writeListTemplate([list('单位', UNITS, units), list('人员', PEOPLE, people)]))
}

function bring(
  path: string,
  bytes: Uint8Array<ArrayBuffer>,
  more: Readonly<Record<string, string>> = {},
  name = '名单.xlsx',
) {
  const body = fileForm(name, bytes)
  for (const [key, value] of Object.entries(more)) body.set(key, value)
  return office.system.ask('POST', path, { body })
}

const look = (bytes: Uint8Array<ArrayBuffer>, name?: string) => bring('/directory-lists/readings', bytes, {}, name)

async function take(bytes: Uint8Array<ArrayBuffer>, linksFor = 'new') {
  const { fingerprint } = (await look(bytes)).body
  return bring('/directory-lists', bytes, { fingerprint, linksFor })
}

test('units and people of a workbook come in whole, each person with a link that works once', async () => {
  const file = await workbook(SCHOOLS, STAFF)
  expect((await look(file)).body).toMatchObject({
    units: { made: 2, changed: 0, unchanged: 0 },
    people: { made: 2 },
    rolesAsked: 1,
    wrongCells: 0,
    problems: [],
  })
  const { body: taken } = await take(file)
  expect(taken.links).toMatchObject([
    { name: '周以宁', unitName: '明德小学', login: 'zhouyn', staffNumber: '0086' },
    { name: '陆明', unitName: '东片学区', login: '', staffNumber: '0087' },
  ])
  const [{ code }] = taken.links
  const invited = await office.system.ask('POST', '/invitations/readings', { body: { code } })
  expect(invited.body).toEqual({ name: '周以宁', login: 'zhouyn', cameIn: false })
  const accept = (login: string) =>
    office.system.ask('POST', '/invitations/accept', {
      body: { code, name: '周以宁', login, password: 'Chenghu-2026-Lake' },
    })
  expect((await accept('other')).body.code).toBe('login-set')
  expect((await accept('zhouyn')).body.person).toMatchObject({ login: 'zhouyn', unitName: '明德小学', roles: [] })
  expect((await accept('zhouyn')).body.code).toBe('invitation-invalid')
})

test('brought again nothing changes; who has not come in gets a new link when asked, and the old one is dead', async () => {
  const file = await workbook(SCHOOLS, STAFF)
  const first = (await take(file)).body.links[0].code
  expect((await take(file)).body).toMatchObject({
    units: { made: 0, changed: 0, unchanged: 2 },
    people: { made: 0, changed: 0, unchanged: 2 },
    links: [],
  })
  expect((await take(file, 'all-not-yet-in')).body.links).toHaveLength(2)
  const reading = await office.system.ask('POST', '/invitations/readings', { body: { code: first } })
  expect(reading.body.code).toBe('invitation-invalid')
})

test('a unit renamed and moved by a list keeps its history, and those below it stay below', async () => {
  await take(await workbook(SCHOOLS, STAFF))
  await take(await workbook([['J003', '明德分校', '学校', 'J002']], []))
  const changed = await workbook([['J002', '明德实验小学', '学校', '']], [])
  expect((await look(changed)).body.changes).toEqual([
    { sheet: '单位', line: 3, what: '明德小学 → 明德实验小学 · 东片学区 → 澄湖区' },
  ])
  await take(changed)
  const { body: units } = await office.system.ask('GET', '/units')
  const id = units.find((unit: { name: string }) => unit.name === '明德实验小学').id
  const { body } = await office.system.ask('GET', `/units/${id}`)
  expect(body.changes.map(({ did }: { did: string }) => did).sort()).toEqual(['moved', 'renamed'])
  expect(body.changes[0].reason).toBe('按名单导入：名单.xlsx')
  const { rows } = await world.pool.query(
    `select cardinality(ancestors) as depth from tenant_chenghu.directory_unit where name = '明德分校'`,
  )
  expect(rows).toEqual([{ depth: 3 }])
})

test('a list with faults is named cell by cell and nothing of it is taken', async () => {
  const file = await workbook(
    [...SCHOOLS, ['J004', '西片学区', '片区', '']],
    [...STAFF, ['苏未', 'suwei', '', '没有的学校', '安全管理员']],
  )
  const { body } = await look(file)
  expect(body).toMatchObject({ wrongCells: 3, wrongRows: 2 })
  expect(body.problems.map(({ sheet, cell }: { sheet: string; cell: string }) => `${sheet}!${cell}`)).toEqual([
    '单位!C5',
    '人员!D5',
    '人员!E5',
  ])
  expect((await take(file)).body).toMatchObject({ code: 'list-wrong' })
  expect((await office.system.ask('GET', '/units')).body).toHaveLength(1)
})

test('the marked file says why beside each row, and is read again without its marks', async () => {
  const wrong = await workbook(SCHOOLS, [['苏未', '', '', '明德小学', '']])
  const { bytes, headers } = await bring('/directory-lists/marked', wrong)
  expect(decodeURIComponent(String(headers['content-disposition']))).toContain('名单（标注）.xlsx')
  const preview = await look(new Uint8Array(bytes))
  expect(preview.body.problems).toMatchObject([{ cell: 'B3' }])
  expect(preview.body.notes).toEqual([])
})

test('a list in the code page of older spreadsheets is read, and marked as a list again', async () => {
  // GB 18030: 姓名,登录名,工号,单位,角色 / 陆明,,,澄湖区,
  const csv = Buffer.from(
    'd0d5c3fb2cb5c7c2bcc3fb2cb9a4bac52cb5a5cebb2cbdc7c9ab0d0ac2bdc3f72c2c2cb3cebafec7f82c0d0a',
    'hex',
  )
  expect((await look(new Uint8Array(csv), '人员.csv')).body.problems).toMatchObject([{ sheet: '人员', cell: 'B2' }])
  const marked = await bring('/directory-lists/marked', new Uint8Array(csv), {}, '人员.csv')
  expect(new TextDecoder().decode(marked.bytes)).toContain('"陆明","","","澄湖区","","登录名和工号都没有填')
})

test('roles of a list wait for the security administrator, who grants or turns them down', async () => {
  await take(await workbook(SCHOOLS, [...STAFF, ['苏未', 'suwei', '', 'J001', '教师']]))
  const { body: asked } = await office.security.ask('GET', '/role-requests')
  const of = (name: string) => asked.find((one: { name: string }) => one.name === name)
  expect(of('周以宁')).toMatchObject({ roles: ['project-contact', 'teacher'], askedBy: '测试sysadmin' })
  expect(of('苏未')).toMatchObject({ roles: ['teacher'] })
  const decide = (people: string[], verdict: string) =>
    office.security.ask('POST', '/role-requests/decisions', { body: { people, verdict } })
  expect((await decide([of('周以宁').personId], 'granted')).body).toEqual({ decided: 1 })
  expect((await decide([of('苏未').personId], 'turned-down')).body).toEqual({ decided: 1 })
  expect((await office.security.ask('GET', '/role-requests')).body).toEqual([])
  const { body } = await office.security.ask('GET', '/people?search=周以宁')
  expect(body.people[0].roles).toEqual(['project-contact', 'teacher'])
  expect((await office.system.ask('GET', '/role-requests')).status).toBe(403)
})

test('what changed after the preview is looked at again, and the template brought back changes nothing', async () => {
  const file = await workbook(SCHOOLS, STAFF)
  const { fingerprint } = (await look(file)).body
  await office.addUnit('后来的科室')
  expect((await bring('/directory-lists', file, { fingerprint: 'other', linksFor: 'new' })).body.code).toBe(
    'list-read-again',
  )
  expect((await bring('/directory-lists', file, { fingerprint, linksFor: 'new' })).status).toBe(200)
  const template = await office.system.ask('GET', '/directory-lists/template')
  const { body } = await look(new Uint8Array(template.bytes))
  expect(body).toMatchObject({ units: { made: 0, changed: 0, unchanged: 3 }, wrongCells: 0 })
})

test.each([
  ['a sheet of another name', '表.csv', new TextEncoder().encode('甲,乙\n1,2'), '没有名为“单位”或“人员”的工作表'],
  ['a page of text', '名单.txt', new TextEncoder().encode('姓名 单位'), '名单只能是 .xlsx 或 .csv 文件'],
  ['no file of this world', '名单.xlsx', new Uint8Array([80, 75, 3, 4, 9, 9]), '文件'],
])('%s is refused with a sentence and the way on', async (_title, name, bytes, sentence) => {
  const { status, body } = await look(bytes, name)
  expect(status).toBe(422)
  expect(body.detail).toContain(sentence)
})
