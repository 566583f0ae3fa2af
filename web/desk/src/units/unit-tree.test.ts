import { UnitId } from '@shiji/contract/directory'
import { expect, test } from 'vitest'
import { type ListedUnit, placeUnits } from './unit-tree.ts'

const ids = new Map<string, UnitId>()

function idOf(name: string): UnitId {
  const known = ids.get(name) ?? UnitId.parse(crypto.randomUUID())
  ids.set(name, known)
  return known
}

function unit(name: string, parent: string | null): ListedUnit {
  return {
    id: idOf(name),
    parentId: parent === null ? null : idOf(parent),
    name,
    kind: 'bureau',
    state: 'open',
    pinyin: '',
  }
}

test('units stand below the unit above them, sisters in the order they came', () => {
  const placed = placeUnits([
    unit('信息中心', '教育局'),
    unit('二中', '教育局'),
    unit('教育局', '区'),
    unit('区', null),
  ])
  expect(placed.map(({ name, depth }) => `${depth} ${name}`)).toEqual(['0 区', '1 教育局', '2 信息中心', '2 二中'])
})

test('the highest unit a person may see is the top, though others stand above it', () => {
  expect(placeUnits([unit('教育局', '区'), unit('二中', '教育局')]).map(({ depth }) => depth)).toEqual([0, 1])
})
