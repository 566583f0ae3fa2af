import { expect, test } from 'vitest'
import { type Colleague, makeOffice } from '#testing/test-office'
import { makeWorld, type TestWorld } from '#testing/test-world'

const NOW = Temporal.Instant.from('2026-03-02T01:00:00Z')

async function openOffice(): Promise<{ world: TestWorld; manager: Colleague; other: Colleague }> {
  const world = await makeWorld()
  const office = await makeOffice(world, { now: () => NOW })
  const unitId = await office.addUnit('教育信息中心')
  const manager = await office.addPerson('zhou', { unitId, roles: ['system-administrator'] })
  const other = await office.addPerson('xu', { unitId, roles: ['system-administrator'] })
  return { world, manager, other }
}

const addUnit = (who: Colleague, name: string, key: string) =>
  who.ask('POST', '/units', {
    body: { parentId: who.unitId, name, kind: 'school' },
    headers: { 'idempotency-key': key },
  })

async function countUnits(world: TestWorld, name: string): Promise<number> {
  return (await world.pool.query('select 1 from tenant_chenghu.directory_unit where name = $1', [name])).rows.length
}

test('ten same requests at once change one thing and get one answer', async () => {
  const { world, manager } = await openOffice()
  const answers = await Promise.all(Array.from({ length: 10 }, () => addUnit(manager, '第一小学', 'key-00000001')))
  expect(new Set(answers.map(({ status, body }) => `${status} ${body.id}`)).size).toBe(1)
  expect(await countUnits(world, '第一小学')).toBe(1)
  const entries = `select 1 from tenant_chenghu.ledger_entry where did = 'directory.unit-added' and detail->>'name' = '第一小学'`
  expect((await world.pool.query(entries)).rows).toHaveLength(1)
})

test('another content under the same key is refused and changes nothing', async () => {
  const { world, manager } = await openOffice()
  await addUnit(manager, '第一小学', 'key-00000001')
  expect(await addUnit(manager, '第二小学', 'key-00000001')).toMatchObject({
    status: 422,
    body: { code: 'key-reused' },
  })
  expect(await countUnits(world, '第二小学')).toBe(0)
})

test('two people may choose the same key', async () => {
  const { world, manager, other } = await openOffice()
  await addUnit(manager, '第一小学', 'key-00000001')
  await addUnit(other, '第一小学', 'key-00000001')
  expect(await countUnits(world, '第一小学')).toBe(2)
})

test('a refused request keeps nothing, so it may be tried again under its key', async () => {
  const { manager } = await openOffice()
  const nowhere = { ...manager, unitId: '01900000-0000-7000-8000-000000000009' }
  expect((await addUnit(nowhere, '第一小学', 'key-00000001')).status).toBe(404)
  expect((await addUnit(manager, '第一小学', 'key-00000001')).status).toBe(200)
})

test('after a day the key is free again', async () => {
  const { world, manager } = await openOffice()
  await addUnit(manager, '第一小学', 'key-00000001')
  await world.pool.query(`update tenant_chenghu.kept_result set at = at - interval '25 hours'`)
  await addUnit(manager, '第一小学', 'key-00000001')
  expect(await countUnits(world, '第一小学')).toBe(2)
})

test('a key is 8 to 100 letters and digits', async () => {
  const { manager } = await openOffice()
  for (const key of ['short', 'with a space', '%E9%94%AE%E9%94%AE', 'k'.repeat(101)]) {
    expect(await addUnit(manager, '第一小学', key)).toMatchObject({ status: 422, body: { code: 'input-invalid' } })
  }
})
