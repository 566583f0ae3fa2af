import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const MAIN = join(import.meta.dirname, 'main.ts')
const EXAMPLES = join(import.meta.dirname, '..', '..', '..', 'packs', 'examples')
const SELF_EVALUATION = join(EXAMPLES, 'cn-sh-municipal-self-evaluation-2021.json')

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shiji-cli-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Ended = { readonly code: number | null; readonly out: string; readonly told: string }

/** The real command as a user runs it: its own process, real files, real exit code. */
function shiji(words: readonly string[], input = ''): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MAIN, ...words], {
      env: { ...process.env, LANG: 'zh_CN.UTF-8', LC_ALL: '' },
    })
    const [out, told]: [string[], string[]] = [[], []]
    child.stdout.on('data', (data) => out.push(String(data)))
    child.stderr.on('data', (data) => told.push(String(data)))
    child.once('error', reject)
    child.once('close', (code) => resolve({ code, out: out.join(''), told: told.join('') }))
    child.stdin.end(input)
  })
}

describe('target parse', () => {
  test('answers one line of JSON for each line of standard input, blank ones too', async () => {
    const { code, out } = await shiji(['target', 'parse', '--json'], '≥95%\n\n每月一次\n')
    const kinds = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).kind)
    expect({ code, kinds }).toEqual({ code: 0, kinds: ['number', 'none', 'frequency'] })
  })

  test('a lone carriage return or a line separator inside a text is no new line', async () => {
    const { out } = await shiji(['target', 'parse', '--json'], '≥95%\r\n每月\r一次\u2028\n健全')
    const texts = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).text)
    expect(texts).toEqual(['≥95%', '每月\r一次\u2028', '健全'])
  })

  test('has exactly the keys other programs rely on', async () => {
    const { out } = await shiji(['target', 'parse', '--json', '全年不超过2次'])
    expect(JSON.parse(out)).toEqual({
      text: '全年不超过2次',
      kind: 'number',
      operator: 'le',
      value: '2',
      upper: null,
      unit: '次',
      period: 'year',
      grades: [],
      date: null,
      notes: [],
    })
  })
})

describe('a form goes in and comes out', () => {
  test.each(['docx', 'xlsx', 'html'])(
    'written as %s, the published self-evaluation reads back with the same rows',
    async (format) => {
      const written = await shiji(['form', 'write', SELF_EVALUATION, '--as', format, '--out', folder, '--json'])
      const [file] = JSON.parse(written.out).written
      const read = await shiji(['form', 'read', file, '--json'])
      const [form] = JSON.parse(read.out).forms
      const original = JSON.parse(await readFile(SELF_EVALUATION, 'utf8'))
      const rows = (content: { indicators: { level3: string; target: string; score: string }[] }) =>
        content.indicators.map(({ level3, target, score }) => [level3, target, score])
      expect(form.template).toBe('CN-SH-MUNICIPAL-SELF-EVALUATION')
      expect(rows(form)).toEqual(rows(original))
    },
  )

  test('what form read prints can be written again without the file', async () => {
    const read = await shiji(['form', 'read', SELF_EVALUATION, '--json'])
    const json = join(folder, 'read.json')
    await writeFile(json, read.out)
    const written = await shiji(['form', 'write', json, '--as', 'pdf', '--out', folder, '--json'])
    const [file] = JSON.parse(written.out).written
    expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-')
  })
})

describe('form score', () => {
  test('explains every score and names the rule pack', async () => {
    const request = {
      budget: { initial: '0', fullYear: '57607470', executed: '56961217', weight: '10' },
      indicators: [
        { level1: '满意度指标', level2: '', level3: '被服务单位满意度', target: '>=100%', actual: '99%', weight: '10' },
      ],
    }
    const file = join(folder, 'request.json')
    await writeFile(file, JSON.stringify(request))
    const { out } = await shiji(['form', 'score', file, '--json', '--pack', 'CN-2020'])
    const { execution, indicators, rulePack } = JSON.parse(out)
    expect({ rulePack, rate: execution.rate, score: execution.score }).toEqual({
      rulePack: 'CN-2020',
      rate: '98.88%',
      score: '9.89',
    })
    expect(indicators[0]).toMatchObject({ score: '9.90', rule: 'R-POS' })
    expect(indicators[0].trace).toContain('99% ÷ 目标 100%')
  })
})

describe('a wrong call says what to do', () => {
  test.each([
    [['form', 'red', 'x'], 1, 'form red'],
    [['form', 'read'], 1, 'shiji form read FILE'],
    [['form', 'read', 'nowhere.docx'], 3, 'nowhere.docx'],
    [['form', 'read', 'x', '--fast'], 1, '--fast'],
    [['form', 'write', '--blank', '--template', 'NOBODY'], 1, 'CN-SH-MINHANG-DECLARATION'],
    [['form', 'write', SELF_EVALUATION, '--as', 'ppt'], 1, 'docx'],
    [['form', 'score', SELF_EVALUATION, '--pack', 'NOBODY'], 1, 'CN-2020'],
    [['doctor', '--lang', 'fr'], 1, 'zh'],
  ])('shiji %j ends with %i', async (words, exit, says) => {
    const { code, out, told } = await shiji(words)
    expect({ code, out }).toEqual({ code: exit, out: '' })
    expect(told).toContain(says)
  })

  test.each([
    ['zh', '是文件夹。请写出里面的文件'],
    ['en', 'is a folder. Name the files inside it'],
  ])('a folder in the place of a file is named as one (%s)', async (language, says) => {
    const { code, out, told } = await shiji(['form', 'read', folder, '--lang', language])
    expect({ code, out }).toEqual({ code: 3, out: '' })
    expect(told).toContain(says)
  })

  test.each([
    ['zh', '用不了', '请检查路径、权限和磁盘空间'],
    ['en', 'cannot be used', 'Check the path'],
  ])('a place that takes no file is named, and is no failure of the program (%s)', async (language, ...says) => {
    const inTheWay = join(folder, 'in-the-way')
    await writeFile(inTheWay, '')
    const blank = ['form', 'write', '--blank', '--template', 'CN-SH-MINHANG-DECLARATION']
    const { code, told } = await shiji([...blank, '--out', join(inTheWay, 'forms'), '--lang', language])
    expect(code).toBe(1)
    for (const words of [inTheWay, ...says]) expect(told).toContain(words)
    expect(told).not.toMatch(/程序出错|program failed|at async/)
  })

  test.each([
    ['ledger', 'verify'],
    ['tenant', 'list'],
    ['backup', 'nowhere.shiji'],
  ])('shiji %s %s refuses a folder without data and makes nothing in it', async (...words) => {
    const empty = join(folder, 'empty')
    const { code, out, told } = await shiji([...words, '--data', empty, '--lang', 'en'])
    expect({ code, out, told }).toEqual({
      code: 3,
      out: '',
      told: expect.stringContaining('There are no data of Shiji in'),
    })
    expect(existsSync(empty)).toBe(false)
  })

  test('JSON that was cut off is named as such', async () => {
    const file = join(folder, 'cut.json')
    await writeFile(file, '{"forms": [{')
    const { code, told } = await shiji(['form', 'read', file])
    expect(code).toBe(3)
    expect(told).toContain('不是 shiji form read --json 输出的内容')
  })

  test('a file that is no form is refused with its sentence and exit code 3', async () => {
    const file = join(folder, 'noise.docx')
    await writeFile(file, Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3]))
    const { code, told } = await shiji(['form', 'read', file, '--lang', 'en'])
    expect(code).toBe(3)
    expect(told).toMatch(/The file was not changed/)
  })
})

test.each([
  ['zh', '命令'],
  ['en', 'Commands'],
])('the help is complete in %s', async (language, word) => {
  const { code, out } = await shiji(['--lang', language])
  expect(code).toBe(0)
  expect(out).toContain(word)
  for (const command of [
    'target parse',
    'form read',
    'form score',
    'form lint',
    'form write',
    'form templates',
    'doctor',
  ]) {
    expect(out).toContain(`shiji ${command}`)
  }
})

test('every row of the real forms is counted once, as proved or as not', async () => {
  const { code, out } = await shiji(['measures', 'coverage', '--json'])
  const { rows, computed, documented, asserted, unbound } = JSON.parse(out)
  expect({ code, rows }).toEqual({ code: 0, rows: 188 })
  expect(computed).toBeGreaterThan(0)
  expect(computed + documented + asserted + unbound).toBe(rows)
})

test('the check-up names the versions, the fonts and the packs', async () => {
  const { code, out } = await shiji(['doctor', '--json'])
  const codes = JSON.parse(out).checks.map(({ code: one }: { code: string }) => one)
  expect(code).toBe(0)
  expect(codes).toEqual(expect.arrayContaining(['node', 'engines', 'font-宋体', 'packs']))
})
