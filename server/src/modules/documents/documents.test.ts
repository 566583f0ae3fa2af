import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { type Colleague, fileForm, makeOffice, type TestOffice } from '#testing/test-office'
import { makeWorld, type TestWorld } from '#testing/test-world'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')
const NAME = '2026年绩效目标申报表.docx'
const MIGRATION = join(import.meta.dirname, '../../../migrations/tenant/0350-document-names.sql')
const BYTES = new TextEncoder().encode('PK一份表')

let world: TestWorld
let office: TestOffice
let contact: Colleague

beforeEach(async () => {
  world = await makeWorld()
  office = await makeOffice(world, { now: () => NOW })
  contact = await office.addPerson('lin', { unitId: await office.addUnit('教育信息中心'), roles: ['project-contact'] })
})

const bring = (who: Colleague, name = NAME, bytes = BYTES) =>
  who.ask('POST', '/documents', { body: fileForm(name, bytes) })

test('a file comes back to the last bit, to be saved and never to be opened by the browser', async () => {
  const added = await bring(contact)
  expect(added).toMatchObject({ status: 200, body: { name: NAME, bytes: BYTES.length } })
  const back = await contact.ask('GET', `/documents/${added.body.id}`)
  expect(back.bytes).toEqual(BYTES)
  expect(back.headers).toMatchObject({
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(NAME)}`,
  })
})

test('the same file brought twice is one document and one entry in the ledger', async () => {
  const [first, second] = [await bring(contact), await bring(contact)]
  expect(second.body).toEqual(first.body)
  const { rows } = await world.pool.query(`select 1 from tenant_chenghu.ledger_entry where did = 'documents.added'`)
  expect(rows).toHaveLength(1)
})

test('a colleague of the same unit sees it, a colleague of another unit and another district do not', async () => {
  const { body: document } = await bring(contact)
  const same = await office.addPerson('wang', { unitId: contact.unitId, roles: [] })
  const other = await office.addPerson('jiang', {
    unitId: await office.addUnit('第一小学'),
    roles: ['project-contact'],
  })
  const elsewhere = await makeOffice(world, { now: () => NOW, tenant: 'linxi' })
  const stranger = await elsewhere.addPerson('qian', { unitId: await elsewhere.addUnit('信息中心'), roles: [] })
  const seen = (who: Colleague) => who.ask('GET', `/documents/${document.id}`).then(({ status }) => status)
  expect([await seen(same), await seen(other), await seen(stranger)]).toEqual([200, 404, 404])
})

test.each([
  ['an empty file', fileForm('空.docx', new Uint8Array()), 422, 'file-empty'],
  ['a file without a name', fileForm('', BYTES), 422, 'input-invalid'],
  ['no file at all', { name: NAME }, 422, 'input-invalid'],
])('%s is refused with a sentence', async (_title, body, status, code) => {
  expect(await contact.ask('POST', '/documents', { body })).toMatchObject({ status, body: { code } })
})

test('a file over 30 MB is refused before a byte of it is kept', async () => {
  const large = fileForm('大.docx', new Uint8Array(30 * 2 ** 20 + 1))
  expect(await contact.ask('POST', '/documents', { body: large })).toMatchObject({
    status: 413,
    body: { code: 'file-too-large', parameters: { megabytes: 31, limit: 30 } },
  })
})

test('whoever is not signed in brings nothing', async () => {
  const multipart = new Response(fileForm(NAME, BYTES))
  const headers = { 'content-type': multipart.headers.get('content-type') ?? '' }
  const payload = Buffer.from(await multipart.arrayBuffer())
  const reply = await office.app.inject({ method: 'POST', url: '/api/documents', headers, payload })
  expect(reply.statusCode).toBe(401)
})

test('a file is found by two neighbouring characters of its name, by whoever may see it', async () => {
  await bring(contact)
  const other = await office.addPerson('jiang', {
    unitId: await office.addUnit('第一小学'),
    roles: ['project-contact'],
  })
  const names = async (who: Colleague, text: string) => {
    const { body } = await who.ask('GET', `/documents?text=${encodeURIComponent(text)}`)
    return body.map(({ name, unitName }: { name: string; unitName: string }) => `${unitName} ${name}`)
  }
  expect(await names(contact, '绩效')).toEqual([`教育信息中心 ${NAME}`])
  expect([await names(contact, '效绩'), await names(other, '绩效'), await names(contact, '%')]).toEqual([[], [], []])
})

test('names written before there was a search are found after the migration as the application would have kept them', async () => {
  const { body: document } = await bring(contact, '校园ＣＡ-认证 服务2025.pdf')
  const { rows: kept } = await world.pool.query('select folded, pairs from tenant_chenghu.documents_document')
  const [sql] = (await readFile(MIGRATION, 'utf8')).split('create index')
  const [, , fold = '', pairs = ''] = (sql ?? '').split(/\n\n/)
  const client = await world.pool.connect()
  try {
    await client.query('set search_path to tenant_chenghu')
    await client.query(`update documents_document set folded = '', pairs = '{}' where id = $1`, [document.id])
    await client.query(fold)
    await client.query(pairs)
    const { rows } = await client.query('select folded, pairs from documents_document')
    expect(rows.map(sorted)).toEqual(kept.map(sorted))
  } finally {
    await client.query('reset search_path').finally(() => client.release())
  }
})

const sorted = ({ folded, pairs }: { folded: string; pairs: string[] }) => ({ folded, pairs: pairs.toSorted() })
