import { csvCell } from '@shiji/kernel/csv-cell'
import { expect, test } from 'vitest'
import { openDirectory } from '#testing/test-directory'

async function openLedger() {
  const { call, accept, welcome } = await openDirectory()
  const system = (await accept('system-administrator', 'sysadmin')).cookie
  const audit = (await accept('audit-administrator', 'audadmin')).cookie
  const [unit] = (await call('GET', '/units', { cookie: system })).body
  const lin = await welcome(system, { name: '林知夏', login: 'linzx', unitId: unit.id })
  const search = async (query: string, cookie = audit) => call('GET', `/ledger?${query}`, { cookie })
  return { call, system, audit, lin, search }
}

test('finds who did what on which record and on which day', async () => {
  const { lin, search } = await openLedger()
  const { id } = lin.body.person
  const byRecord = (await search(`mentions=${id}&did=directory.person-invited`)).body.lines
  expect(byRecord).toMatchObject([{ person: '测试sysadmin', did: 'directory.person-invited' }])
  expect((await search('person=zhangsan')).body.lines).toEqual([])
  expect((await search('from=2026-03-03')).body.lines).toEqual([])
  expect((await search('from=2026-03-02&to=2026-03-02')).body.lines.length).toBeGreaterThan(4)
})

test('only who may read the ledger does; the two other administrators may not', async () => {
  const { search, system, lin } = await openLedger()
  expect((await search('', system)).body.code).toBe('not-permitted')
  expect((await search('', lin.cookie)).body.code).toBe('not-permitted')
})

test('who takes lines out stands in the ledger afterwards', async () => {
  const { call, audit, search } = await openLedger()
  const file = await call('POST', '/ledger/exports', { body: { did: 'directory.person' }, cookie: audit })
  expect(file.text.trim().split('\r\n')).toHaveLength(2)
  expect(file.text).toContain('"测试sysadmin","directory.person-invited"')
  expect((await search('did=directory.ledger-exported')).body.lines).toMatchObject([{ person: '测试audadmin' }])
})

test.each(['=1+1', '+1', '-1', '@x', '\tx'])('%j stays text in a spreadsheet', (text) => {
  expect(csvCell(text)).toBe(`"'${text}"`)
})
