import { expect, test } from 'vitest'
import { openDirectory } from '#testing/test-directory'
import { pairsOf, searchWordsOf, toPinyin } from './search-words.ts'

test.each([
  ['林知夏', true, 'linzhixia lzx'],
  ['单雨', true, 'shanyu sy'],
  ['吕方', true, 'lvfang lf'],
  ['明德小学', false, 'mingdexiaoxue mdxx'],
])('%s is typed as %s', (name, isPerson, expected) => {
  expect(toPinyin(name, { isPerson })).toBe(expected)
})

test('no pair reaches from one word into the next', () => {
  expect(searchWordsOf('林知夏', 'linzx').sought).toBe('林知夏 linzx linzhixia lzx')
  expect(pairsOf('林知夏 lzx')).toEqual(['林知', '知夏', 'lz', 'zx'])
})

test.each(['lzx', 'LZX', 'linzhixia', 'Lin Zhixia', '知夏', '林', 'zhix'])(
  '%s finds 林知夏 and not 周以宁',
  async (search) => {
    const { call, accept, welcome } = await openDirectory()
    const system = (await accept('system-administrator', 'sysadmin')).cookie
    const [unit] = (await call('GET', '/units', { cookie: system })).body
    await welcome(system, { name: '林知夏', login: 'xia', unitId: unit.id })
    await welcome(system, { name: '周以宁', login: 'ning', unitId: unit.id })
    const found = await call('GET', `/people?search=${encodeURIComponent(search)}`, { cookie: system })
    expect(found.body.people.map((person: { name: string }) => person.name)).toEqual(['林知夏'])
  },
)
