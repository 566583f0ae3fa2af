import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyEdits, type CellEdit, type EditOutcome, invertEdits } from './apply-edits.ts'
import { BLANK_ROWS } from './blank-row.ts'
import { parseCellAddress } from './cell-address.ts'
import { compareContents } from './compare-contents.ts'
import { anyAmount, anyContent, anyIndicator, anyText } from './content-arbitrary.ts'
import type { FormContent, IndicatorRow } from './form-content.ts'
import { knownCells } from './known-cells.ts'
import { readCell } from './read-cell.ts'

const [BASE] = fc.sample(anyContent, { numRuns: 1, seed: 7 }) as [FormContent]
const FORM: FormContent = {
  ...BASE,
  moneyUnit: '元',
  project: '教育数据平台',
  fields: { 项目类别: '经常性项目' },
  money: { fullYear: null, rate: null },
  indicators: ['项目完成率', '验收合格率', '按时完成率'].map(named),
  parts: [],
}

function named(level3: string): IndicatorRow {
  return { ...BLANK_ROWS.indicators, level1: '产出指标', level3, target: '=100%' }
}

function apply(content: FormContent, edits: readonly CellEdit[], since: readonly CellEdit[] = []): EditOutcome {
  const outcome = applyEdits(content, edits, { isKnown: knownCells(null, content), since })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem))
  return outcome.value
}

function names(content: FormContent): string[] {
  return content.indicators.map((row) => `${row.level3} ${row.target}`)
}

describe('one person edits', () => {
  test.each([
    ['fields.项目类别', '一次性项目', '一次性项目'],
    ['year', '2022', '2022'],
    ['money.fullYear', '1.5万元', '15000'],
    ['money.fullYear', '7,500,000.00', '7500000.00'],
    ['money.rate', '98.80%', '98.80'],
    ['indicators[1].target', '≥95%', '≥95%'],
    ['indicators[0].weight', '15分', '15'],
    ['indicators[0].actual', '', ''],
  ])('%s typed as “%s” is kept as “%s”', (where, now, kept) => {
    const { content, conflicts } = apply(FORM, [{ where, was: textAt(FORM, where), now }])
    expect(conflicts).toEqual([])
    expect(textAt(content, where)).toBe(kept)
  })

  test.each([
    ['an amount nobody can read', 'money.fullYear', '约五万', 'unreadable'],
    ['an amount with separators in the wrong place', 'money.fullYear', '7,50,000', 'unreadable'],
    ['points that are words', 'indicators[0].weight', '十分之一', 'unreadable'],
    ['a place no sheet has', 'fields.没有这一栏', 'x', 'unknown'],
    ['a column no table has', 'indicators[0].颜色', 'x', 'unknown'],
    ['a row far past the end', 'indicators[9].target', 'x', 'unknown'],
    ['a row that is no row', 'indicators[0]', '{"level3":1}', 'unreadable'],
    ['what stands before everything', '__proto__.x', 'x', 'unknown'],
    ['a field called like the root of all objects', 'fields.__proto__', 'x', 'unknown'],
  ])('%s refuses the whole request and names the cell', (_title, where, now, code) => {
    const edits = [
      { where: 'fields.项目类别', was: '经常性项目', now: '其他' },
      { where, was: '', now },
    ]
    const outcome = applyEdits(FORM, edits, { isKnown: knownCells(null, FORM), since: [] })
    expect(outcome).toMatchObject({ ok: false, problem: { code, where } })
  })

  test('a cell one past the last row makes the row; the next edits fill it', () => {
    const { content } = apply(FORM, [
      { where: 'indicators[3].level3', was: '', now: '被服务单位满意度' },
      { where: 'indicators[3].target', was: '', now: '≥90%' },
    ])
    expect(names(content).at(-1)).toBe('被服务单位满意度 ≥90%')
  })

  test('two rows removed in one go are counted as the person saw them go', () => {
    const row = (index: number) => JSON.stringify(FORM.indicators[index])
    const { content } = apply(FORM, [
      { where: 'indicators[0]', was: row(0), now: '' },
      { where: 'indicators[0]', was: row(1), now: '' },
    ])
    expect(names(content)).toEqual(['按时完成率 =100%'])
  })

  test('a sub-project that indicators promise for cannot go, and they follow when another one does', () => {
    const parts = ['一期', '二期'].map((name) => ({ ...BLANK_ROWS.parts, name }))
    const form = { ...FORM, parts, indicators: [{ ...named('完成率'), part: 1 }] }
    const remove = (index: number) => [{ where: `parts[${index}]`, was: JSON.stringify(parts[index]), now: '' }]
    expect(applyEdits(form, remove(1), { isKnown: () => true, since: [] })).toMatchObject({
      ok: false,
      problem: { code: 'in-use' },
    })
    expect(apply(form, remove(0)).content.indicators[0]?.part).toBe(0)
  })
})

describe('two people edit', () => {
  const theirs = apply(FORM, [{ where: 'indicators[1].target', was: '=100%', now: '≥95%' }])

  test('different cells: both are kept', () => {
    const mine = apply(theirs.content, [{ where: 'indicators[2].target', was: '=100%', now: '≥98%' }], theirs.applied)
    expect(names(mine.content)).toEqual(['项目完成率 =100%', '验收合格率 ≥95%', '按时完成率 ≥98%'])
  })

  test('the same cell: the second is told, nothing is lost, the rest is saved', () => {
    const edits = [
      { where: 'indicators[1].target', was: '=100%', now: '≥90%' },
      { where: 'fields.项目类别', was: '经常性项目', now: '其他' },
    ]
    const mine = apply(theirs.content, edits, theirs.applied)
    expect(mine.conflicts).toEqual([{ where: 'indicators[1].target', theirs: '≥95%', yours: '≥90%' }])
    expect(mine.content.fields.项目类别).toBe('其他')
  })

  test('the same text in the same cell: nobody is bothered', () => {
    const mine = apply(theirs.content, [{ where: 'indicators[1].target', was: '=100%', now: '≥95%' }], theirs.applied)
    expect(mine).toMatchObject({ applied: [], conflicts: [] })
  })

  test('one removes a row above: the other still writes in the row that was meant', () => {
    const removal = apply(FORM, [{ where: 'indicators[0]', was: JSON.stringify(FORM.indicators[0]), now: '' }])
    const mine = apply(removal.content, [{ where: 'indicators[2].target', was: '=100%', now: '≥98%' }], removal.applied)
    expect(names(mine.content)).toEqual(['验收合格率 =100%', '按时完成率 ≥98%'])
  })

  test('one removes the row the other wrote in: the writer is told', () => {
    const removal = apply(FORM, [{ where: 'indicators[2]', was: JSON.stringify(FORM.indicators[2]), now: '' }])
    const mine = apply(removal.content, [{ where: 'indicators[2].target', was: '=100%', now: '≥98%' }], removal.applied)
    expect(mine.conflicts).toEqual([{ where: 'indicators[2].target', theirs: '', yours: '≥98%' }])
  })

  test('one writes in the row the other removes: the row stays and the remover is told', () => {
    const removal = { where: 'indicators[1]', was: JSON.stringify(FORM.indicators[1]), now: '' }
    const next = { where: 'indicators[1].target', was: '=100%', now: '≥99%' }
    const mine = apply(theirs.content, [removal, next], theirs.applied)
    expect(mine.conflicts).toHaveLength(1)
    expect(names(mine.content)).toEqual(['项目完成率 =100%', '验收合格率 ≥95%', '按时完成率 ≥99%'])
  })

  test('both add a row at the end: both rows stand', () => {
    const added = (now: string) => [
      { where: 'indicators[3].level3', was: '', now },
      { where: 'indicators[3].target', was: '', now: '≥90%' },
    ]
    const first = apply(FORM, added('教师满意度'))
    const second = apply(first.content, added('家长满意度'), first.applied)
    expect(names(second.content).slice(3)).toEqual(['教师满意度 ≥90%', '家长满意度 ≥90%'])
  })
})

/** Edits that a person looking at this form could make, one cell each. */
function editsOn(content: FormContent): fc.Arbitrary<CellEdit[]> {
  const amount = fc.oneof(anyAmount, fc.constant(''))
  const cells: fc.Arbitrary<{ where: string; now: string }>[] = [
    anyText.map((now) => ({ where: 'fields.项目类别', now })),
    anyText.map((now) => ({ where: 'unit', now })),
    amount.map((now) => ({ where: 'money.fullYear', now })),
    amount.map((now) => ({ where: 'money.rate', now })),
    amount.map((now) => ({ where: 'totals.score', now })),
    ...content.indicators.flatMap((_, index) => [
      anyText.map((now) => ({ where: `indicators[${index}].target`, now })),
      anyText.map((now) => ({ where: `indicators[${index}].actual`, now })),
      amount.map((now) => ({ where: `indicators[${index}].weight`, now })),
    ]),
    ...content.parts.map((_, index) => anyText.map((now) => ({ where: `parts[${index}].fields.责任人`, now }))),
    ...content.safeguards.map((_, index) =>
      fc.constantFrom('√', '×', '').map((now) => ({ where: `safeguards[${index}].phases.实施阶段`, now })),
    ),
  ]
  return fc
    .uniqueArray(fc.oneof(...cells), { selector: ({ where }) => where, maxLength: 6 })
    .map((edits) => edits.map((edit) => ({ ...edit, was: textAt(content, edit.where) })))
}

function textAt(content: FormContent, where: string): string {
  const address = parseCellAddress(where)
  return (address && readCell(content, address)) ?? ''
}

const contentWithEdits = anyContent.chain((content) => editsOn(content).map((edits) => ({ content, edits })))

test('what was applied can be taken back, and the form is as it was', () => {
  fc.assert(
    fc.property(contentWithEdits, ({ content, edits }) => {
      const { content: changed, applied, conflicts } = apply(content, edits)
      expect(conflicts).toEqual([])
      expect(apply(changed, invertEdits(applied)).content).toEqual(content)
    }),
  )
})

test('edits to different cells may come in any order', () => {
  fc.assert(
    fc.property(contentWithEdits, ({ content, edits }) => {
      expect(apply(content, edits.toReversed()).content).toEqual(apply(content, edits).content)
    }),
  )
})

test('rows come and go and can be taken back, with their doubts and raw cells', () => {
  const steps = fc.array(fc.record({ at: fc.nat(6), row: fc.option(anyIndicator) }), { maxLength: 6 })
  fc.assert(
    fc.property(anyContent, steps, (content, moves) => {
      let state: EditOutcome = { content, applied: [], conflicts: [] }
      for (const { at, row } of moves) {
        const { indicators } = state.content
        const index = Math.min(at, row === null ? indicators.length - 1 : indicators.length)
        if (index < 0) continue
        const was = row === null ? JSON.stringify(indicators[index]) : ''
        const now = row === null ? '' : JSON.stringify(row)
        const step = apply(state.content, [{ where: `indicators[${index}]`, was, now }])
        state = { ...step, applied: [...state.applied, ...step.applied] }
      }
      expect(apply(state.content, invertEdits(state.applied)).content).toEqual(content)
    }),
  )
})

test('an edit made on an old view reaches the row it was made on', () => {
  const steps = fc.array(fc.record({ at: fc.nat(20), adds: fc.boolean() }), { maxLength: 12 })
  fc.assert(
    fc.property(steps, fc.nat(9), (moves, mine) => {
      const form = { ...FORM, indicators: Array.from({ length: 10 }, (_, number) => named(`指标${number}`)) }
      let state: EditOutcome = { content: form, applied: [], conflicts: [] }
      for (const { at, adds } of moves) {
        const { indicators } = state.content
        if (indicators.length === 0 && !adds) continue
        const index = at % (adds ? indicators.length + 1 : indicators.length)
        const row = JSON.stringify(adds ? named('新增') : indicators[index])
        const step = apply(state.content, [
          { where: `indicators[${index}]`, was: adds ? '' : row, now: adds ? row : '' },
        ])
        state = { ...step, applied: [...state.applied, ...step.applied] }
      }
      const edit = { where: `indicators[${mine}].target`, was: '=100%', now: '≥95%' }
      const { content } = apply(state.content, [edit], state.applied)
      const touched = content.indicators.filter((row) => row.target === '≥95%').map((row) => row.level3)
      const survives = state.content.indicators.some((row) => row.level3 === `指标${mine}`)
      expect(touched).toEqual(survives ? [`指标${mine}`] : [])
    }),
  )
})

test('the differences of two versions lead from one to the other', () => {
  fc.assert(
    fc.property(anyContent, anyContent, (before, after) => {
      const { content, conflicts } = apply(before, compareContents(before, after))
      expect(conflicts).toEqual([])
      expect(compareContents(content, after)).toEqual([])
    }),
  )
})
