import { makeNameReader } from '@shiji/kernel/library/read-name'
import { expect, test } from 'vitest'
import { loadBindingTables, loadChecklistPacks, loadLibraryPacks, loadNameWords, loadRowLists } from './load-packs.ts'

const bindings = loadBindingTables().flatMap((table) => table.bindings)
const rows = loadRowLists().flatMap((list) => list.rows)
const reader = makeNameReader(loadNameWords())

test('each of the 188 rows of the real forms is bound once, and no row is bound that is not there', () => {
  expect(rows).toHaveLength(188)
  expect(bindings.flatMap((binding) => binding.rows).toSorted()).toEqual(rows.map(({ id }) => id).toSorted())
})

test('table and library name the same measure for the same promise', () => {
  const library = new Map(
    loadLibraryPacks().flatMap(({ entries }) =>
      entries.flatMap(({ level3, synonyms, measure }) =>
        [level3, ...synonyms].map((name) => [reader.read(name).key, measure] as const),
      ),
    ),
  )
  const wrong = bindings.flatMap((binding) =>
    binding.rows.flatMap((id) => {
      const key = reader.read(rows.find((row) => row.id === id)?.name ?? '').key
      const measure = binding.proof === 'asserted' ? undefined : binding.measure
      return library.get(key) === measure ? [] : [[id, measure, library.get(key)]]
    }),
  )
  expect(wrong).toEqual([])
})

test('every checklist that is asked for is there, and each list is asked for', () => {
  const asked = bindings.flatMap((binding) =>
    binding.proof !== 'asserted' && binding.measure === 'documents.checklist' ? [binding.params?.list] : [],
  )
  const lists = loadChecklistPacks().flatMap((pack) => pack.lists.map(({ key }) => key))
  expect([...new Set(asked)].toSorted()).toEqual(lists.toSorted())
})

test('a row that only somebody’s word stands for says why', () => {
  const why = bindings.flatMap((binding) => (binding.proof === 'asserted' ? [binding.why.zh] : []))
  expect(why).toHaveLength(3)
})
