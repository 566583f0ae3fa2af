import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sheetOf } from '../cells/sheet.ts'
import { pastedDocument } from '../testing/grid-document.ts'
import { understandForms } from '../understand-forms.ts'
import { unfoldTables } from './unfold-tables.ts'

const HEAD = '一级指标|二级指标|三级指标|指标值'
const figure = fc.integer({ min: 1, max: 999 })

test('a table with one column of each kind stays as it is', () => {
  fc.assert(
    fc.property(fc.array(figure, { minLength: 1, maxLength: 12 }), (figures) => {
      const rows = figures.map((value, at) => `产出指标|数量指标|巡检项目${at}数|≥${value}次`)
      const { items } = sheetOf(pastedDocument(`项目支出绩效目标表\n${HEAD}|备注\n${rows.join('\n')}`))
      expect(unfoldTables(items)).toEqual(items)
    }),
  )
})

test('of two halves side by side every promise is read once, the left half first', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(figure, figure), { minLength: 1, maxLength: 10 }), (pairs) => {
      const rows = pairs.map(([term, year], at) => {
        return `产出指标|数量指标|累计项目${at}数|≥${term}次|数量指标|当年项目${at}数|≥${year}次`
      })
      const grid = `项目支出绩效目标表\n中期目标|||||年度目标|\n甲|||||乙|\n${HEAD}|二级指标|三级指标|指标值\n${rows.join('\n')}`
      const [form] = understandForms(pastedDocument(grid), [])
      expect(form?.indicators.map(({ level1, level3, target }) => `${level1} ${level3} ${target}`)).toEqual([
        ...pairs.map(([term], at) => `产出指标 累计项目${at}数 ≥${term}次`),
        ...pairs.map(([, year], at) => `产出指标 当年项目${at}数 ≥${year}次`),
      ])
      const ofTerm = form?.indicators.filter(({ doubts }) => doubts.some(({ code }) => code === 'long-term-row'))
      expect(ofTerm).toHaveLength(pairs.length)
    }),
  )
})

test('of a list of projects every project is a form with its own rows', () => {
  const sizes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(sizes, fc.boolean(), (counts, repeatsNames) => {
      const rows = counts.flatMap((count, project) =>
        Array.from({ length: count }, (_, at) => {
          const name = at === 0 || repeatsNames ? `第${project}号项目` : ''
          return `${name}|产出指标|数量指标|巡检项目${project}之${at}数|≥${at + 1}次`
        }),
      )
      const forms = understandForms(pastedDocument(`项目支出绩效目标表\n项目名称|${HEAD}\n${rows.join('\n')}`), [])
      expect(forms.map(({ project, indicators }) => [project, indicators.length])).toEqual(
        counts.map((count, project) => [`第${project}号项目`, count]),
      )
    }),
  )
})
