import { decimal } from '@shiji/kernel/decimal'
import { inventRow } from '@shiji/kernel/lint/form-builder'
import { lintForm } from '@shiji/kernel/lint/lint-form'
import type { LintCode } from '@shiji/kernel/lint/lint-wording'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { loadExamples, loadFormTemplates, loadLintWords } from './load-packs.ts'

/** What is truly wrong on the invented forms, so that any other finding is a false alarm. */
const TRUE_OF: Readonly<Record<string, readonly LintCode[]>> = {
  'CN-JX-NANCHANG-DONGHU-DECLARATION': ['amount-carries-unit', 'row-not-applicable'],
  'CN-JX-NANCHANG-DONGHU-REVIEW': [],
  'CN-JX-NANCHANG-DONGHU-REVISION': [],
  'CN-SH-MINHANG-DECLARATION': [
    'submission-field-missing',
    'service-classed-as-hardware',
    'denominator-missing',
    'availability-looser-than-recovery',
  ],
  'CN-SH-MUNICIPAL-DECLARATION': [
    'part-not-described',
    'denominator-missing',
    'cost-without-amount',
    'level-misfit',
    'spelling-mixed',
    'zero-tolerance-rate',
  ],
  'CN-SH-MUNICIPAL-SELF-EVALUATION': [
    'dimension-without-row',
    'denominator-missing',
    'actual-repeats-target',
    'actual-has-operator',
    'score-off-proportion',
    'rate-at-limit',
    'spelling-mixed',
  ],
}

test.each(loadExamples())('the invented form $template of $edition raises no false alarm', (form) => {
  const template =
    loadFormTemplates().find(({ id, edition }) => id === form.template && edition === form.edition) ?? null

  const codes = lintForm(form, template, { words: loadLintWords() }).map(({ code }) => code)

  expect(codes.filter((code) => !TRUE_OF[form.template]?.includes(code))).toEqual([])
})

const SCRAPS = [
  '≥95%',
  '=100%',
  '全年≤1次',
  '无',
  '2021-02-30',
  '2021年12月31日',
  '每月巡检',
  '可用性高于99.9%。',
  '《十三五规划》',
  '1-2月，4月',
]

test('whatever stands on a form, the lint answers, and the same twice', () => {
  const words = loadLintWords()
  const texts = fc.oneof(fc.string({ maxLength: 40 }), fc.constantFrom(...SCRAPS))
  const amounts = fc.option(fc.constantFrom('0', '0.00', '100', '-5', '99999999999999999999.99').map(decimal))
  const rows = fc.record({
    level1: texts,
    level2: texts,
    level3: texts,
    target: texts,
    actual: texts,
    weight: amounts,
    score: amounts,
  })
  const fields = fc.dictionary(fc.constantFrom(...Object.values(words.fieldRoles).flat()), texts)
  const money = fc.dictionary(fc.constantFrom(...Object.values(words.moneyRoles).flat()), amounts)
  const contents = fc.record({
    fields,
    money,
    project: texts,
    indicators: fc.array(rows.map(inventRow), { maxLength: 6 }),
  })

  fc.assert(
    fc.property(fc.constantFrom(...loadExamples()), contents, contents, (example, content, sister) => {
      const template = loadFormTemplates().find(({ id }) => id === example.template) ?? null
      const context = { words, sisterForms: [{ ...example, ...sister }] }
      const [once, twice] = [1, 2].map(() => lintForm({ ...example, ...content }, template, context))
      expect(once).toEqual(twice)
    }),
    { numRuns: 60 },
  )
})
