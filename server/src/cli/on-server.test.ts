import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { writeDocx } from '@shiji/forms/write/write-docx'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assetRow, assetWorkbook } from '#testing/test-assets'
import { PASSWORD } from '#testing/test-directory'
import { SELF_EVALUATION } from '#testing/test-forms'
import { makeOffice, type TestOffice } from '#testing/test-office'
import { textsOf } from '#testing/test-workbook'
import { makeWorld } from '#testing/test-world'
import { exportForm } from './export/export-form.ts'
import { importFiles } from './import/import.ts'
import { runShiji } from './run-shiji.ts'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')
const PEOPLE = '姓名,单位,登录名,工号,角色\r\n陆明,教育信息中心,luming,0087,\r\n'

let office: TestOffice
let server: string
let folder: string

beforeEach(async () => {
  office = await makeOffice(await makeWorld(), { now: () => NOW })
  const unitId = await office.addUnit('教育信息中心')
  await office.addPerson('linxia', { unitId, roles: ['project-contact'] })
  server = await office.app.listen({ port: 0, host: '127.0.0.1' })
  folder = await mkdtemp(join(tmpdir(), 'shiji-on-server-'))
})

afterEach(async () => {
  await office.app.close()
  await rm(folder, { recursive: true, force: true })
})

type Given = { readonly login?: string; readonly password?: string }

/** The command as it is typed, with the password from standard input. */
async function shiji(words: readonly string[], { login = 'linxia', password = PASSWORD }: Given = {}) {
  const [out, told]: [string[], string[]] = [[], []]
  const code = await runShiji([importFiles, exportForm], [...words, '--server', server, '--login', login], {
    environment: {},
    input: Readable.from([`${password}\n`]),
    print: (text) => void out.push(text),
    tell: (text) => void told.push(text),
    signal: new AbortController().signal,
    today: '2026-03-02',
  })
  return { code, out: out.join('\n'), told: told.join('\n') }
}

async function put(name: string, content: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

async function wordFile(): Promise<string> {
  const template = loadFormTemplates().find(({ id }) => id === SELF_EVALUATION.template)
  if (template === undefined) throw new Error('no template')
  return put('自评表.docx', await writeDocx(layOutForm(template, SELF_EVALUATION)))
}

test('a form comes in as a draft, a second time it is there already, and goes out as it is printed', async () => {
  const file = await wordFile()
  const look = await shiji(['import', 'forms', file, '--dry-run', '--json'])
  expect(JSON.parse(look.out).files[0].forms[0]).toMatchObject({ project: SELF_EVALUATION.project, id: null })

  const taken = JSON.parse((await shiji(['import', 'forms', file, '--json'])).out).files[0].forms[0]
  expect(taken).toMatchObject({ year: SELF_EVALUATION.year, stage: 'self-evaluation', refused: null })
  expect(taken.id).toMatch(/^[0-9a-f-]{36}$/)
  const again = await shiji(['import', 'forms', file])
  expect([again.code, again.out]).toEqual([2, expect.stringContaining('没有')])

  const words = ['export', 'form', SELF_EVALUATION.project, '--form', '自评表', '--as', 'docx,html', '--out', folder]
  expect((await shiji(words)).code).toBe(0)
  const names = (await readdir(folder)).filter((name) => name.includes(String(SELF_EVALUATION.year)))
  expect(names.map((name) => name.split('.').at(-1)).toSorted()).toEqual(['docx', 'html'])
  const html = names.find((name) => name.endsWith('html')) ?? ''
  expect(await readFile(join(folder, html), 'utf8')).toContain(SELF_EVALUATION.project)
})

test('a list is looked at, taken whole, and written with its wrong cells marked', async () => {
  const good = await put('资产.xlsx', await assetWorkbook([assetRow('A-1'), assetRow('A-2')]))
  expect(await shiji(['import', 'assets', good, '--dry-run'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('新增 2，更改 0，不变 0'),
  })
  expect((await shiji(['import', 'assets', good])).out).toContain('已导入')
  expect((await shiji(['import', 'assets', good, '--lang', 'en'])).out).toContain('0 new, 0 changed, 2 unchanged')

  const bad = await put('错.xlsx', await assetWorkbook([assetRow('A-3', { 类别: '飞船' })]))
  const report = join(folder, '标注.xlsx')
  const wrong = await shiji(['import', 'assets', bad, '--report', report])
  expect([wrong.code, wrong.out]).toEqual([2, expect.stringContaining('整份没有导入')])
  expect(textsOf(await readFile(report))).toContain('飞船')
})

test('links of new people are written once, for one pair of eyes, and never over a file', async () => {
  const file = await put('人员.csv', PEOPLE)
  const admin = { login: 'sysadmin' }
  expect(await shiji(['import', 'people', file], admin)).toMatchObject({
    code: 1,
    told: expect.stringContaining('--links'),
  })
  const links = join(folder, 'links.csv')
  expect((await shiji(['import', 'people', file, '--links', links], admin)).code).toBe(0)
  expect(await readFile(links, 'utf8')).toMatch(new RegExp(`陆明.*${server}/invitation/`))
  expect((await stat(links)).mode & 0o777).toBe(0o600)
  expect((await shiji(['import', 'people', file, '--links', links], admin)).told).toContain('已经有了')
})

test('a wrong password, a missing right, a server away and a file that is none are each a sentence', async () => {
  const file = await put('资产.xlsx', await assetWorkbook([assetRow('A-1')]))
  const says = async (words: readonly string[], given?: Given) => {
    const { code, told } = await shiji(words, given)
    return `${code} ${told}`
  }
  expect(await says(['import', 'assets', file], { password: 'Wrong-2026-Lake' })).toMatch(/^1 账号或密码不对/)
  expect(await says(['import', 'assets', file], { password: '' })).toMatch(/^1 没有密码/)
  expect(await says(['import', 'assets', file], { login: 'sysadmin' })).toMatch(/^1 资产.xlsx：您没有这项权限/)
  expect(await says(['import', 'assets', await put('x.xlsx', 'not a workbook')])).toMatch(/^3 /)
  expect(await says(['import', 'ships', file])).toMatch(/^1 用法/)
  expect(await says(['export', 'form', '没有的项目'])).toMatch(/^1 没有找到项目/)
  await office.app.close()
  expect(await says(['import', 'assets', file])).toMatch(/^1 http:.*没有应答（ECONNREFUSED）/)
})
