import { add, compare, decimal, sum } from '@shiji/kernel/decimal'
import { findRulePack, type RulePack, type Stage } from '@shiji/kernel/rule-pack'
import { describe, expect, test } from 'vitest'
import { loadRulePacks } from './load-packs.ts'

const packs = loadRulePacks()

function pack(id: string): RulePack {
  const found = packs.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no rule pack ${id}`)
  return found
}

describe('which rules hold where and when', () => {
  test.each<[string, Stage, string, string | undefined]>([
    ['cn-sh-minhang', 'declaration', '2018-06-01', 'CN-SH-MINHANG-2018-DECLARATION'],
    ['cn-sh-minhang', 'declaration', '2019-12-31', 'CN-SH-MINHANG-2018-DECLARATION'],
    ['cn-sh-minhang', 'declaration', '2020-01-01', 'CN-SH-MINHANG-2020-DECLARATION'],
    ['cn-sh-minhang', 'declaration', '2017-12-31', undefined],
    ['cn-sh-minhang', 'self-evaluation', '2021-12-31', 'CN-SH-2021-SELF-EVALUATION'],
    ['cn-sh', 'declaration', '2020-05-01', 'CN-SH-2020-DECLARATION'],
    ['cn-sh', 'self-evaluation', '2021-12-31', 'CN-SH-2021-SELF-EVALUATION'],
    ['cn-sh', 'self-evaluation', '2020-12-31', 'CN-2020'],
    ['cn-jx-nanchang-donghu', 'revision', '2021-03-01', 'CN-JX-NANCHANG-DONGHU-2021'],
    ['cn-jx-nanchang-donghu', 'self-evaluation', '2021-12-31', 'CN-2021'],
    ['cn', 'monitoring', '2021-08-17', 'CN-2020'],
    ['cn', 'monitoring', '2021-08-18', 'CN-2021'],
    ['cn', 'monitoring', '2020-02-24', undefined],
    ['zz-yunxi', 'monitoring', '2021-08-18', undefined],
  ])('%s, %s on %s', (place, stage, day, expected) => {
    expect(findRulePack(packs, { place, stage, day })?.id).toBe(expected)
  })

  test('without a place the rules of the country hold', () => {
    expect(findRulePack(packs, { stage: 'self-evaluation', day: '2020-12-31' })?.id).toBe('CN-2020')
  })
})

describe('default weights', () => {
  test.each([
    ['CN-2020', ['50', '30', '10']],
    ['CN-2021', ['20', '40', '20', '10']],
    ['CN-2021-WITHOUT-SATISFACTION', ['50', '40']],
    ['CN-SH-2021-SELF-EVALUATION', ['50', '30', '10']],
    ['CN-SH-2020-DECLARATION', [null, null, null, null]],
    ['CN-SH-MINHANG-2018-DECLARATION', [null, null, null]],
    ['CN-JX-NANCHANG-DONGHU-2021', [null, null, null]],
  ])('of %s beside the 10 of the execution are %j', (id, weights) => {
    expect(pack(id).tree.map(({ weight }) => weight)).toEqual(weights)
    expect(pack(id).execution.weight).toBe('10')
  })

  test('add up to 100 wherever a place gives them', () => {
    const given = packs.filter(({ tree }) => tree.every(({ weight }) => weight !== null))
    for (const { tree, execution } of given) {
      const total = add(execution.weight, sum(tree.flatMap(({ weight }) => weight ?? [])))
      expect(compare(total, decimal('100'))).toBe(0)
    }
  })
})

describe('how surely a fact is known', () => {
  test('articles nobody has checked say so', () => {
    const central = packs.filter(({ place }) => place === 'cn')
    expect(central.map(({ source, weightsSource }) => [source.sureness, weightsSource.sureness])).toEqual(
      central.map(() => ['C', 'C']),
    )
    expect(pack('CN-2021-BANDED').scoring.positive).toMatchObject({ method: 'gate', source: { sureness: 'C' } })
    expect(pack('CN-2021-BANDED').scoring.satisfaction).toMatchObject({ method: 'bands', source: { sureness: 'C' } })
    expect(pack('CN-2021-BANDED').execution).toMatchObject({ method: { kind: 'bands' }, source: { sureness: 'C' } })
  })

  test('what we inferred says so: how Donghu measures 50 % progress, what each reviewer looks at', () => {
    const { revision, review } = pack('CN-JX-NANCHANG-DONGHU-2021')
    expect(revision).toMatchObject({ times: 1, beforeProgressPercent: '50', source: { sureness: 'A' } })
    expect(revision?.progress).toMatchObject({ measure: 'elapsed-days', source: { sureness: 'D' } })
    expect(review?.checksSource.sureness).toBe('D')
    expect(review?.chain.map(({ reviewer }) => reviewer.zh)).toEqual([
      '主管部门',
      '区财政业务科',
      '区财政绩效办',
      '区财政预算科',
    ])
  })
})

test('every pack has its own id, and no two hold at once for one place, stage and variant', () => {
  expect(new Set(packs.map(({ id }) => id)).size).toBe(packs.length)
  const overlaps = packs.flatMap((one, index) => packs.slice(index + 1).filter((other) => holdTogether(one, other)))
  expect(overlaps).toEqual([])
})

function holdTogether(one: RulePack, other: RulePack): boolean {
  const same = one.place === other.place && one.variant === other.variant
  const stage = one.stages.some((each) => other.stages.includes(each))
  const [oneEnd, otherEnd] = [one.validTo ?? '9999-12-31', other.validTo ?? '9999-12-31']
  return same && stage && one.validFrom <= otherEnd && other.validFrom <= oneEnd
}
