import { verifyPack } from '@shiji/kernel/bundle/verify-pack'
import { decimal } from '@shiji/kernel/decimal'
import { unzipSync, zipSync } from 'fflate'
import { beforeEach, expect, test } from 'vitest'
import { hashed } from '#modules/evidence'
import { writeZip, ZIP_TEXT } from '#platform/files/write-zip'
import { sealLedger } from '#platform/ledger/seal-ledger'
import { approve, DECLARATION, makeBureau, type TestBureau } from '#testing/test-declarations'
import { fileForm } from '#testing/test-office'

const [FIRST] = DECLARATION.indicators
const ROW = { ...(FIRST as NonNullable<typeof FIRST>), weight: decimal('6') }
const ROWS = [
  { ...ROW, level3: '预算执行率', target: '≥95%' },
  { ...ROW, level3: '财务管理制度健全性', target: '健全' },
]
const NOW = '2021-08-03T01:00:00Z'

let bureau: TestBureau
beforeEach(async () => {
  bureau = await makeBureau({ indicators: [...ROWS, ...DECLARATION.indicators] }, NOW)
  await approve(bureau)
  const { contact, form } = bureau
  const add = async (name: string, text: string) =>
    (await contact.ask('POST', '/documents', { body: fileForm(name, new TextEncoder().encode(text)) })).body.id
  const grant = { year: 2021, kind: 'initial', source: 'own', amount: '1200000', decidedOn: '2021-01-15', reason: '' }
  await contact.ask('POST', `/projects/${form.projectId}/money`, { body: { ...grant, documentId: null } })
  const documentId = await add('支付.csv', '支付日期,金额,摘要\n2021-03-05,120000,首付款\n2021-07-10,170000,进度款')
  const { body: reading } = await contact.ask('POST', '/performance/payment-lists/readings', { body: { documentId } })
  const list = { documentId, mapping: reading.mapping, projectId: form.projectId }
  await contact.ask('POST', '/performance/payment-lists', { body: list })
  await contact.ask('POST', `/declarations/${form.id}/evidence/bindings`, { body: {} })
  const checklist = `/declarations/${form.id}/evidence/1/checklist`
  const { body: laid } = await contact.ask('POST', checklist, { body: {} })
  const what = { kind: 'file', documentId: await add('财务制度.txt', '财务管理制度 2021') }
  await contact.ask('POST', `${checklist}/items/${laid.items[0].id}/proofs`, { body: { what } })
})

const path = (more = '') => `/declarations/${bureau.form.id}/seals${more}`
const seal = () => bureau.contact.ask('POST', path(), { body: {} })
const check = async () => (await bureau.contact.ask('GET', path('/1/check'))).body
const pack = async (more = '') => new Uint8Array((await bureau.contact.ask('GET', path(`/1/pack${more}`))).bytes)
const verify = (bytes: Uint8Array) => hashed(verifyPack(new Uint8Array(bytes), ZIP_TEXT))
const kinds = (bytes: Uint8Array) => verify(bytes).faults.map(({ kind }) => kind)

/** The office's ledger chains what waits. */
async function chain() {
  const { pool, schema } = bureau.world.chenghu
  const client = await pool.connect()
  try {
    await sealLedger(client, schema, Temporal.Instant.from(NOW), 'standing-still')
  } finally {
    client.release()
  }
}

async function behindTheBack(statement: string) {
  const { pool, schema } = bureau.world.chenghu
  await pool.query(`set session_replication_role = 'replica'; set search_path to ${schema}; ${statement}`)
  await pool.query("set session_replication_role = 'origin'; reset search_path")
}

test('a seal freezes every row with its records and names the root in the ledger; the pack proves itself', async () => {
  const { body } = await seal()
  expect(body).toMatchObject({ number: 1, rows: ROWS.length + DECLARATION.indicators.length, records: 6 })
  expect((await bureau.contact.ask('GET', path('/1/pack'))).body.code).toBe('seal-not-anchored')
  await chain()
  const bytes = await pack()
  const verdict = verify(bytes)
  expect(verdict).toMatchObject({ faults: [], root: body.root, masked: 0, withheld: 0, lines: body.lines })
  expect(verdict.ledger?.root).toBe(body.root)

  const inside = unzipSync(bytes)
  const text = (name: string) => new TextDecoder().decode(inside[name])
  const readings = text('seal/readings.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).facts)
  expect(readings[0]).toMatchObject({ measure: 'performance.execution-rate', value: '24.17', records: 3 })
  expect(readings[1]).toMatchObject({ measure: 'documents.checklist', value: '33.33', records: 3 })
  expect(text('records/001.jsonl')).toContain('首付款')
  expect(text('records/001.html')).toContain('进度款')
  expect(text('records/001.html')).toMatch(/<td>\d{4}-\d\d-\d\d \d\d:\d\d<\/td>/)
  expect(text('index.html')).not.toMatch(/<script|https?:/)
  expect(Object.keys(inside)).toEqual(
    expect.arrayContaining([
      '表/1-申报表-第1版.pdf',
      'verify.html',
      expect.stringMatching(/^附件\/.{8}-财务制度\.txt$/),
    ]),
  )
  expect(await check()).toMatchObject({ whole: true, faults: [], differences: [] })
})

test('masked, names and texts are gone and every hash still checks', async () => {
  await seal()
  await chain()
  const open = verify(await pack())
  const bytes = await pack('?masked=true')
  const masked = verify(bytes)
  expect(masked).toMatchObject({ faults: [], root: open.root, lines: open.lines, withheld: 6 })
  expect(masked.masked).toBeGreaterThan(20)
  const all = Buffer.from(bytes).toString('utf8')
  expect(['首付款', '支付.csv', '林'].filter((word) => all.includes(word))).toEqual([])
})

test('whoever takes a pack apart and puts it together again is found out and named', async () => {
  await seal()
  await chain()
  const bytes = await pack()
  const inside = unzipSync(bytes)
  const put = async (change: Record<string, string | null>) => {
    const files = { ...inside }
    for (const [name, content] of Object.entries(change)) {
      if (content === null) delete files[name]
      else files[name] = new TextEncoder().encode(content)
    }
    const entries = Object.entries(files).map(([name, content]) => ({ path: name, content }))
    return new Uint8Array(Buffer.concat(await writeZip(entries, async ({ content }) => new Uint8Array(content))))
  }
  const records = new TextDecoder().decode(inside['records/001.jsonl'])
  const lines = records.trim().split('\n')
  expect(kinds(await put({ 'records/001.jsonl': records.replace('120000', '120001') }))).toEqual([
    'changed',
    'line-changed',
  ])
  expect(kinds(await put({ 'records/001.jsonl': `${lines.slice(1).join('\n')}\n` }))).toContain('lines-differ')
  expect(kinds(await put({ 'records/001.jsonl': `${lines.toReversed().join('\n')}\n` }))).toContain('line-changed')
  expect(kinds(await put({ 'seal/ledger.json': null }))).toEqual(['missing', 'ledger-differs'])
  expect(kinds(zipSync(inside))).toContain('container')
})

test('a record deleted, changed or re-dated behind the product’s back is named', async () => {
  await seal()
  await chain()
  await behindTheBack(`update performance_payment set amount = amount + 1 where purpose = '首付款'`)
  const { whole, differences } = await check()
  expect(whole).toBe(false)
  expect(differences).toMatchObject([
    { indicator: expect.stringMatching(/预算执行率$/), title: '首付款', how: 'changed' },
  ])
  await behindTheBack(`delete from performance_payment where purpose = '首付款'`)
  expect((await check()).differences).toMatchObject([{ title: '首付款', how: 'gone' }])
})

test('a reviewer reads and checks, and seals nothing; a stranger finds nothing', async () => {
  await seal()
  const { office, reviewer } = bureau
  expect((await reviewer.ask('GET', path())).body).toHaveLength(1)
  expect((await reviewer.ask('POST', path(), { body: {} })).status).toBe(403)
  const stranger = await office.addPerson('jiang', {
    unitId: await office.addUnit('第一小学'),
    roles: ['project-contact'],
  })
  expect((await stranger.ask('GET', path())).status).toBe(404)
})
