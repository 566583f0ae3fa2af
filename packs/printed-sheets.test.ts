import { emptyContent } from '@shiji/kernel/form/empty-content'
import { someContent } from '@shiji/kernel/form/form-content-arbitrary'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadPrintedSheets } from './load-packs.ts'

const SHEETS = loadPrintedSheets().map((sheet) => [sheet.name.zh, sheet] as const)

test('the sheets the product prints of its own records', () => {
  expect(SHEETS.map(([name]) => name)).toEqual([
    '审批单',
    '数据库巡检报告',
    '项目支出绩效运行监控表',
    '整改回复',
    '绩效评价结果反馈书',
    '项目支出绩效目标审核表',
    '项目支出绩效目标修订申报表',
    '运维报告',
  ])
})

describe.each(SHEETS)('%s', (_, sheet) => {
  const printed = (content = emptyContent(sheet)) =>
    layOutForm(sheet, content).blocks.flatMap((block) => {
      if (block.kind === 'paragraph') return [block.text]
      return block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : []
    })

  test('is titled as it is called and prints the label of everything it shows', () => {
    const texts = printed().join('\n').replace(/\s/g, '')
    const heads = Object.values(sheet.columns).flatMap((columns) => Object.values(columns).map(([own = '']) => own))
    for (const label of [...sheet.titles, ...sheet.fields.map(({ key }) => key), ...heads])
      expect(texts).toContain(label)
  })

  test('prints every opinion and every row it is given', () => {
    fc.assert(
      fc.property(someContent(sheet), (content) => {
        const texts = printed(content).join('\n')
        const said = [
          ...('reviews' in sheet.columns ? content.reviews.flatMap(({ opinion, signer }) => [opinion, signer]) : []),
          ...('revisions' in sheet.columns ? content.revisions.map(({ revisedTarget }) => revisedTarget) : []),
          ...('indicators' in sheet.columns ? content.indicators.map(({ target }) => target) : []),
        ]
        for (const text of said) expect(texts).toContain(text)
      }),
      { numRuns: 30 },
    )
  })
})
