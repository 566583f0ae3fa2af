import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pastedDocument } from '../testing/grid-document.ts'
import { understandForms } from '../understand-forms.ts'

const TABLE = (row: string) => `
项目支出绩效自评表（2024年度）
项目名称||巡检经费|||||
项目资金（万元）|||年初预算数|全年预算数|全年执行数|分值|执行率|得分
${row}
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分||
产出指标|数量指标|巡检次数|≥12次|12次|90|90||
`

const amount = fc.integer({ min: 1_000, max: 99_999 })

/** A budget, what was spent of it and the rate that follows from both. */
const money = fc.tuple(amount, amount, fc.integer({ min: 200, max: 1_000 })).map(([initial, fullYear, share]) => {
  const executed = Math.round((fullYear * share) / 1_000)
  const rate = ((100 * executed) / fullYear).toFixed(2)
  return { initial: String(initial), fullYear: String(fullYear), executed: String(executed), rate }
})

test.each([
  ['stands under its heads', (figures: string) => `||年度资金总额|${figures}`, false],
  ['slid one place to the left', (figures: string) => `|年度资金总额|${figures}`, true],
  ['slid two places to the left', (figures: string) => `年度资金总额|${figures}`, true],
])('whatever the amounts, a row of money that %s is read right', (_, rowOf, doubted) => {
  fc.assert(
    fc.property(money, (printed) => {
      const figures = `${printed.initial}|${printed.fullYear}|${printed.executed}|10|${printed.rate}%|9.5`
      const [form] = understandForms(pastedDocument(TABLE(rowOf(figures))), [])
      expect(form?.money).toMatchObject({ ...printed, weight: '10', score: '9.5' })
      expect(form?.doubts.some(({ code }) => code === 'money-row-shifted')).toBe(doubted)
    }),
  )
})
