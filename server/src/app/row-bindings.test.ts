import { loadBindingTables } from '@shiji/packs/load-packs'
import { expect, test } from 'vitest'
import { measuresOf } from '#platform/measure'
import { MODULES } from './modules.ts'

const measures = measuresOf(MODULES)
const bindings = loadBindingTables().flatMap((table) => table.bindings)

test('the params the table gives are those the measure asks for, where a module makes it', () => {
  const wrong = bindings.flatMap((binding) => {
    const measure = binding.proof === 'asserted' ? undefined : measures.get(binding.measure)
    if (binding.proof === 'asserted' || measure === undefined || binding.params === null) return []
    return measure.params.safeParse(binding.params).success ? [] : [[binding.measure, binding.params]]
  })
  expect(wrong).toEqual([])
})
