import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, compare, type Decimal, decimal, sum } from '../decimal.ts'
import { inventForm, inventRow } from '../lint/form-builder.ts'
import {
  type AskedRevision,
  CANCELLED,
  indicatorName,
  type NewWeights,
  reviseDeclaration,
} from './revise-declaration.ts'
import { sayRevisionProblem } from './revision-wording.ts'

const DECLARED = inventForm({
  indicators: [
    inventRow({ level1: '投入', level2: '立项', level3: '规范性', target: '规范', weight: decimal('20') }),
    inventRow({
      level1: '产出指标',
      level2: '数量指标',
      level3: '检修教室数',
      target: '≥600间',
      weight: decimal('30'),
    }),
    inventRow({ level1: '效益指标', level2: '环境效益', level3: '能耗下降率', target: '≥3%', weight: decimal('40') }),
  ],
})
const UNWEIGHTED = inventForm({ indicators: DECLARED.indicators.map((row) => ({ ...row, weight: null })) })
const WITH_PROOF = { proofPerRow: true }

function asked(changes: Partial<AskedRevision> = {}): AskedRevision {
  return {
    indicator: '产出指标-数量指标-检修教室数',
    originalTarget: '≥600间',
    revisedTarget: '≥540间',
    explanation: '两所学校整体改建，教室停用',
    hasProof: true,
    ...changes,
  }
}

const GIVEN_UP = asked({ indicator: '效益指标-环境效益-能耗下降率', originalTarget: '≥3%', revisedTarget: CANCELLED })

function codes(rows: readonly AskedRevision[], weights: NewWeights | null = null, declared = UNWEIGHTED): string[] {
  const outcome = reviseDeclaration(declared, { rows, weights }, WITH_PROOF)
  return outcome.ok ? [] : outcome.problem.map(({ code, where }) => `${code} ${where}`)
}

describe('东湖区附件 4 (rules.md §1.5, §3.4, A)', () => {
  test('a row is named by its three levels, and only that row changes', () => {
    const outcome = reviseDeclaration(UNWEIGHTED, { rows: [asked()], weights: null }, WITH_PROOF)
    expect(outcome.ok && outcome.value.content.indicators.map(({ target }) => target)).toEqual([
      '规范',
      '≥540间',
      '≥3%',
    ])
    expect(outcome.ok && outcome.value.changes).toEqual([
      { indicator: '产出指标-数量指标-检修教室数', position: 1, was: '≥600间', now: '≥540间' },
    ])
  })

  test('取消 takes the row away', () => {
    const outcome = reviseDeclaration(UNWEIGHTED, { rows: [GIVEN_UP], weights: null }, WITH_PROOF)
    expect(outcome.ok && outcome.value.content.indicators.map(({ level3 }) => level3)).toEqual(['规范性', '检修教室数'])
  })

  test.each<[string, AskedRevision[], string[]]>([
    ['nothing', [], ['nothing-revised revisions']],
    [
      'a row nobody declared',
      [asked({ indicator: '产出指标-数量指标-新建教室数' })],
      ['row-unknown revisions[0].indicator'],
    ],
    ['another original value', [asked({ originalTarget: '≥500间' })], ['original-differs revisions[0].originalTarget']],
    ['no proof', [asked({ hasProof: false })], ['proof-missing revisions[0].proof']],
    ['no explanation', [asked({ explanation: ' ' })], ['explanation-missing revisions[0].explanation']],
    ['no new value', [asked({ revisedTarget: '' })], ['target-blank revisions[0].revisedTarget']],
    ['an unreadable value', [asked({ revisedTarget: '见附件' })], ['target-unreadable revisions[0].revisedTarget']],
    ['the same value', [asked({ revisedTarget: '≥600间' })], ['target-unchanged revisions[0].revisedTarget']],
    ['one row twice', [asked(), asked()], ['row-twice revisions[1].indicator']],
  ])('refuses %s', (_title, rows, expected) => {
    expect(codes(rows)).toEqual(expected)
  })

  test('says both values when the original differs', () => {
    const outcome = reviseDeclaration(
      UNWEIGHTED,
      { rows: [asked({ originalTarget: '≥500间' })], weights: null },
      WITH_PROOF,
    )
    const [first] = outcome.ok ? [] : outcome.problem
    expect(first && sayRevisionProblem(first, 'zh')).toBe(
      '“产出指标-数量指标-检修教室数”原指标值“≥500间”与批复时的“≥600间”不一致',
    )
  })

  test('a declaration that names two rows alike cannot tell which is meant', () => {
    const twice = inventForm({ indicators: [...UNWEIGHTED.indicators, ...UNWEIGHTED.indicators] })
    expect(codes([asked()], null, twice)).toEqual(['row-ambiguous revisions[0].indicator'])
  })
})

describe('the weight of a cancelled row', () => {
  const TO = (weight: string, reason = '按原比例') => ({
    reason,
    weights: [{ indicator: '产出指标-数量指标-检修教室数', weight: decimal(weight) }],
  })

  test('goes to other rows, for a reason', () => {
    const outcome = reviseDeclaration(DECLARED, { rows: [GIVEN_UP], weights: TO('70') }, WITH_PROOF)
    expect(outcome.ok && outcome.value.content.indicators.map(({ weight }) => weight)).toEqual(['20', '70'])
  })

  test.each<[string, AskedRevision[], NewWeights | null, string[]]>([
    ['not given to anyone', [GIVEN_UP], null, ['weights-not-redistributed weights']],
    ['without a reason', [GIVEN_UP], TO('70', ' '), ['redistribution-reason-missing weights']],
    ['partly lost', [GIVEN_UP], TO('60'), ['weights-total-differs weights']],
    ['though no row is cancelled', [asked()], TO('30'), ['weights-without-cancelling weights']],
    [
      'to the cancelled row itself',
      [GIVEN_UP],
      { reason: '误', weights: [{ indicator: GIVEN_UP.indicator, weight: decimal('40') }] },
      ['weight-of-no-row weights', 'weights-total-differs weights'],
    ],
  ])('%s is refused', (_title, rows, weights, expected) => {
    expect(codes(rows, weights, DECLARED)).toEqual(expected)
  })
})

test('whatever is revised, the other rows stay to the last character and the weights keep their total', () => {
  const weight = fc.integer({ min: 1, max: 40 }).map(decimal)
  const rows = fc
    .array(fc.tuple(weight, fc.constantFrom('keep', 'change', 'cancel')), { minLength: 2, maxLength: 12 })
    .filter((all) => all.some(([, fate]) => fate === 'keep') && all.some(([, fate]) => fate !== 'keep'))
  fc.assert(
    fc.property(rows, (all) => {
      const declared = inventForm({
        indicators: all.map(([given], index) =>
          inventRow({ level3: `指标${index}`, target: `≥${index + 1}次`, weight: given }),
        ),
      })
      const named = all.flatMap(([, fate], index) => {
        const row = declared.indicators[index]
        if (row === undefined || fate === 'keep') return []
        const revisedTarget = fate === 'cancel' ? CANCELLED : '≥99次'
        return [asked({ indicator: indicatorName(row), originalTarget: row.target, revisedTarget })]
      })
      const freed = sum(all.flatMap(([given, fate]) => (fate === 'cancel' ? [given] : [])))
      const heir = declared.indicators[all.findIndex(([, fate]) => fate !== 'cancel')]
      const weights =
        compare(freed, decimal('0')) > 0 && heir !== undefined
          ? {
              reason: '归并',
              weights: [{ indicator: indicatorName(heir), weight: add(heir.weight as Decimal, freed) }],
            }
          : null
      const outcome = reviseDeclaration(declared, { rows: named, weights }, WITH_PROOF)
      if (!outcome.ok) throw new Error(outcome.problem.map(({ code }) => code).join())
      const after = outcome.value.content.indicators
      const total = (content: typeof after) => sum(content.flatMap(({ weight: one }) => one ?? []))
      expect(compare(total(after), total(declared.indicators))).toBe(0)
      const kept = declared.indicators.filter((row, index) => all[index]?.[1] === 'keep' && row !== heir)
      for (const row of kept) expect(after).toContainEqual(row)
    }),
  )
})
