import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { fileForm } from '#testing/test-office'
import { accept, type Evaluating, fillIn, handIn, openSelfEvaluation } from '#testing/test-self-evaluations'

const MAIN = join(import.meta.dirname, '../../../cli/shiji.js')

let folder: string
let office: Evaluating

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'shiji-archive-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

beforeEach(async () => {
  office = await openSelfEvaluation()
})

const archive = (who = office.contact) => office.ask(who, 'archive')
const bundleOf = () => office.contact.ask('GET', `/declarations/${office.form.id}/archive/bundle`)

async function endYear(): Promise<void> {
  const { body: document } = await office.contact.ask('POST', '/documents', {
    body: fileForm('巡检统计.csv', new TextEncoder().encode('月,次\n1,12')),
  })
  const row = { position: 0, field: 'actual', value: '12次', reason: '以盖章统计为准', documentId: document.id }
  await office.contact.ask('PUT', `/self-evaluations/${office.self.id}/overrides`, { body: row })
  const notice = { origin: 'monitoring', month: 7, remedy: 'correct', demand: '请补齐巡检' }
  await office.reviewer.ask('POST', `/declarations/${office.form.id}/rectifications`, { body: notice })
  const { body: form } = await fillIn(office)
  expect((await handIn(office.contact, form)).status).toBe(200)
  await accept(office)
}

function verify(file: string): Promise<{ code: number; faults: unknown }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [MAIN, 'archive', 'verify', '--json', file], (error, out) => {
      resolve({ code: Number(error?.code ?? 0), faults: out === '' ? null : JSON.parse(out)[0].faults })
    })
  })
}

test('the year of a promise becomes one bundle: sheets, data and proof files, each with its hash', async () => {
  await endYear()
  const { status, body } = await archive()
  expect(status).toBe(200)
  const paths = body.files.map(({ path }: { path: string }) => path)
  expect(paths).toEqual(
    expect.arrayContaining([
      'SHA256SUMS',
      'index.html',
      '数据/申报.json',
      '数据/资金.json',
      '表/1-申报表-第1版.pdf',
      '表/3-审批单.pdf',
      '表/6-自评表.pdf',
      '表/7-自评审批单.pdf',
      '表/9-整改回复-1.pdf',
      '公开/1-申报表-公开件.pdf',
      '公开/2-自评表-公开件.pdf',
      expect.stringMatching(/^附件\/[0-9a-f]{8}-支付\.csv$/),
      expect.stringMatching(/^附件\/[0-9a-f]{8}-巡检统计\.csv$/),
    ]),
  )

  const taken = await bundleOf()
  const inside = unzipSync(taken.bytes)
  expect(Object.keys(inside).toSorted()).toEqual(paths.toSorted())
  const text = (path: string) => new TextDecoder().decode(inside[path])
  expect(text('表/6-自评表.pdf').slice(0, 5)).toBe('%PDF-')
  expect(JSON.parse(text('数据/申报.json')).versions[0].content.project).toBe(office.form.content.project)
  expect(text('index.html')).toContain(office.form.content.project)
  expect(text('index.html')).not.toMatch(/<script|https?:/)
})

test('the bundle is the same bytes each time, and asking again makes no second one', async () => {
  await endYear()
  const { body: first } = await archive()
  const { body: second } = await archive()
  expect(second).toEqual(first)
  expect((await bundleOf()).bytes).toEqual((await bundleOf()).bytes)
})

test('nothing can be changed after it; the declaration is at its end', async () => {
  await endYear()
  await archive()
  const { body: life } = await office.contact.ask('GET', `/declarations/${office.form.id}/life`)
  expect(life).toMatchObject({ state: 'archived', deeds: [] })
})

test('a year that is not evaluated cannot be archived, and there is no bundle to take', async () => {
  expect(await archive()).toMatchObject({ status: 409, body: { code: 'self-evaluation-on-its-way' } })
  expect((await bundleOf()).status).toBe(404)
})

test('the bundle is verified without the product’s database, and every meddling is named', async () => {
  await endYear()
  await archive()
  const { bytes } = await bundleOf()
  const inside = unzipSync(bytes)
  const put = async (name: string, files: Record<string, Uint8Array>) => {
    await writeFile(join(folder, name), zipSync(files))
    return verify(join(folder, name))
  }
  await writeFile(join(folder, 'whole.zip'), bytes)
  expect(await verify(join(folder, 'whole.zip'))).toEqual({ code: 0, faults: [] })

  const { 'index.html': _, ...without } = inside
  const path = '数据/资金.json'
  const altered = { ...inside, [path]: new TextEncoder().encode('{}') }
  expect(await put('without.zip', without)).toEqual({ code: 2, faults: [{ kind: 'missing', path: 'index.html' }] })
  expect(await put('altered.zip', altered)).toEqual({ code: 2, faults: [{ kind: 'changed', path }] })
  expect(await put('more.zip', { ...inside, 'x.txt': new Uint8Array(1) })).toEqual({
    code: 2,
    faults: [{ kind: 'unlisted', path: 'x.txt' }],
  })
  expect((await put('none.zip', { 'x.txt': new Uint8Array(1) })).code).toBe(3)
  await writeFile(join(folder, 'half.zip'), bytes.slice(0, bytes.length / 2))
  expect((await verify(join(folder, 'half.zip'))).code).toBe(3)
})
