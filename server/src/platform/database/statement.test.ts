import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makeWorld } from '#testing/test-world'
import { keepStatement } from './statement.ts'
import { inTransaction, read } from './transaction.ts'

const unitCalled = keepStatement((reader, { name, kinds }: { name: string; kinds: readonly string[] }) =>
  reader
    .selectFrom('directoryUnit')
    .select(['id', 'parentId'])
    .where('name', '=', name)
    .where(sql<boolean>`kind = any(${kinds}::text[])`)
    .compile(),
)

test('a kept statement is filled in anew each time, in every district', async () => {
  const { chenghu, linxi } = await makeWorld()
  const ids = [randomUUID(), randomUUID()]
  const add = (id: string, name: string) =>
    inTransaction(chenghu, async (tx) => {
      await tx
        .insertInto('directoryUnit')
        .values({ id, name, kind: 'school', ancestors: [id] })
        .execute()
    })
  await add(ids[0] ?? '', '第一小学')
  await add(ids[1] ?? '', '第二小学')
  const ask = (name: string, kinds: readonly string[]) => read(chenghu, (reader) => unitCalled(reader, { name, kinds }))
  expect(await ask('第一小学', ['school'])).toEqual([{ id: ids[0], parentId: null }])
  expect(await ask('第二小学', ['school', 'bureau'])).toEqual([{ id: ids[1], parentId: null }])
  expect(await ask('第二小学', [])).toEqual([])
  const elsewhere = { name: '第二小学', kinds: ['school'] }
  expect(await read(linxi, (reader) => unitCalled(reader, elsewhere))).toEqual([])
})

test('what a statement is given is named one by one, so that nothing of it is left out', async () => {
  const { chenghu } = await makeWorld()
  const careless = keepStatement((reader, { ...all }: { name: string }) =>
    reader.selectFrom('directoryUnit').select('id').where('name', '=', all.name).compile(),
  )
  await expect(read(chenghu, (reader) => careless(reader, { name: '第一小学' }))).rejects.toThrow('one by one')
})
