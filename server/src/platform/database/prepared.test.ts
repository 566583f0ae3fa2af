import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeWorld } from '#testing/test-world'
import { keepNames } from './prepared.ts'
import { inTransaction, type Reader, read } from './transaction.ts'

const TIMES = 120
const { preparedName } = keepNames()
const often = (text: string) => Array.from({ length: TIMES }, () => preparedName(text)).at(-1)
const rootsOf = (reader: Reader) =>
  reader.selectFrom('directoryUnit').select(['id', 'name']).where('parentId', 'is', null).execute()

test('what is asked often is kept by name, one name for one statement', () => {
  const [one, other] = [`select 1 as "${randomUUID()}"`, `select 1 as "${randomUUID()}"`]
  expect(preparedName(one)).toBeUndefined()
  expect([often(one), often(one) === often(other)]).toEqual([expect.any(String), false])
})

test('a list with an end and all columns of a table are planned anew each time', () => {
  expect(often('select "name" from "unit" order by "name" limit $1')).toBeUndefined()
  expect(often('select * from "unit"')).toBeUndefined()
})

test('a statement kept by a connection finds the records of the district that asks', async () => {
  const { chenghu, linxi, pool } = await makeWorld()
  const add = (schema: string) =>
    pool.query(
      `insert into ${schema}.directory_unit (id, name, kind, ancestors) select id, $1, 'district', array[id] from gen_random_uuid() id`,
      [schema],
    )
  await Promise.all([add(chenghu.schema), add(linxi.schema)])
  for (let round = 0; round < TIMES; round += 1) {
    const db = round % 2 === 0 ? chenghu : linxi
    const names = (await read(db, rootsOf)).map(({ name }) => name)
    expect(names).toContain(db.schema)
    expect(names).not.toContain((db === chenghu ? linxi : chenghu).schema)
  }
})

test('a statement that failed is asked again in the next transaction', async () => {
  const { chenghu } = await makeWorld()
  const id = randomUUID()
  const unit = { id, name: '第一小学', kind: 'school', ancestors: [id] }
  const add = () =>
    inTransaction(chenghu, async (tx) => void (await tx.insertInto('directoryUnit').values(unit).execute()))
  await add()
  for (let round = 0; round < TIMES; round += 1) await expect(add()).rejects.toThrow('directory_unit')
  expect(await read(chenghu, rootsOf)).toContainEqual({ id, name: '第一小学' })
})
