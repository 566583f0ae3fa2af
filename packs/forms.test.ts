import { type Decimal, isDecimal } from '@shiji/kernel/decimal'
import { checkTemplate } from '@shiji/kernel/form/check-template'
import { emptyContent } from '@shiji/kernel/form/empty-content'
import type { FormContent, IndicatorRow } from '@shiji/kernel/form/form-content'
import { someContent } from '@shiji/kernel/form/form-content-arbitrary'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import type { LaidCell, LaidForm, LaidTable } from '@shiji/kernel/form/laid-form'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { lintForm } from '@shiji/kernel/lint/lint-form'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { loadExamples, loadFormTemplates, loadLintWords } from './load-packs.ts'

const TEMPLATES = loadFormTemplates()
const EXAMPLES = loadExamples()
const NAMED = TEMPLATES.map((template) => [`${template.id} ${template.edition}`, template] as const)

function example(id: string, edition: string): FormContent {
  const found = EXAMPLES.find((content) => content.template === id && content.edition === edition)
  if (found === undefined) throw new Error(`no example of ${id} ${edition}`)
  return found
}

function tablesOf(form: LaidForm): LaidTable[] {
  return form.blocks.filter((block) => block.kind === 'table')
}

function cellsOf(form: LaidForm): LaidCell[] {
  return tablesOf(form).flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))
}

function textsOf(form: LaidForm): string[] {
  return form.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [block.text]
    return block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text)) : []
  })
}

describe.each(NAMED)('%s', (_, template) => {
  test('can be drawn, and shows everything it asks for', () => {
    expect(checkTemplate(template)).toEqual([])
  })

  test('covers every place of its grid exactly once, whatever is written', () => {
    fc.assert(
      fc.property(someContent(template), (content) => {
        for (const table of tablesOf(layOutForm(template, content))) expect(coverage(table)).toEqual(wholeGrid(table))
      }),
      { numRuns: 40 },
    )
  })

  test('prints every word and every digit it is given', () => {
    fc.assert(
      fc.property(someContent(template), (content) => {
        const printed = textsOf(layOutForm(template, content)).join('\n')
        const plain = printed.replaceAll(',', '')
        for (const text of wordsOf(content, template)) expect(printed).toContain(text)
        for (const day of daysOf(content, template)) expect(printed).toMatch(day)
        for (const amount of amountsOf(content, template)) expect(plain).toContain(amount)
      }),
      { numRuns: 40 },
    )
  })

  test('joins a level only over neighbours of one name under one parent', () => {
    fc.assert(
      fc.property(someContent(template), (content) => {
        const cells = cellsOf(layOutForm(template, content))
        expect(levelCells(cells, 'level1')).toEqual(runs(content, (row) => [row.level1]))
        expect(levelCells(cells, 'level2')).toEqual(runs(content, (row) => [row.level1, row.level2]))
      }),
      { numRuns: 40 },
    )
  })

  test('blank, still names its branches, its categories and its reviewers', () => {
    const printed = textsOf(layOutForm(template, emptyContent(template))).join('\n')
    const branches = template.tree.flatMap(({ name, level2 }) => [name, ...level2])
    const given = template.blocks
      .flatMap((block) => (block.kind === 'table' ? block.rows : []))
      .flatMap(({ repeat }) => repeat?.given ?? [])
    for (const word of [...branches, ...given]) expect(printed).toContain(word)
  })

  test('prints the label of everything it asks for, so that it can be read back', () => {
    const printed = folded(textsOf(layOutForm(template, emptyContent(template))).join('\n'))
    const labels = [...template.fields, ...template.money].flatMap(({ labels: [own = ''] }) => own.split('_'))
    const heads = Object.values(template.columns).flatMap((columns) => Object.values(columns).map(([own = '']) => own))
    for (const label of [...labels, ...heads, ...template.titles]) expect(printed).toContain(folded(label))
  })

  test('has a filled example that gives no cause for an error', () => {
    const content = example(template.id, template.edition)
    const findings = lintForm(content, template, { words: loadLintWords() })
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([])
  })
})

function folded(text: string): string {
  return text.replace(/\s/g, '')
}

/** How often each place of the grid is covered. */
function coverage({ columnsMm, rows }: LaidTable): number[][] {
  const grid = rows.map(() => columnsMm.map(() => 0))
  for (const [row, { cells }] of rows.entries()) {
    for (const { column, colSpan, rowSpan } of cells) {
      for (let y = row; y < row + rowSpan; y += 1) {
        for (let x = column; x < column + colSpan; x += 1) {
          const line = grid[y]
          if (line === undefined || x >= columnsMm.length) throw new Error(`cell beyond the table at ${y}, ${x}`)
          line[x] = (line[x] ?? 0) + 1
        }
      }
    }
  }
  return grid
}

function wholeGrid({ columnsMm, rows }: LaidTable): number[][] {
  return rows.map(() => columnsMm.map(() => 1))
}

/** Every text of the content but days, which a sheet may word, and choices, which are boxes. */
function wordsOf(content: FormContent, template: FormTemplate): string[] {
  const words = template.fields.filter(({ kind }) => kind !== 'date' && kind !== 'choice')
  const fields = words.map(({ key }) => content.fields[key] ?? '')
  const rows = rowsOf(content, template).flatMap((row) => Object.entries(row))
  const shown = rows.flatMap(([name, value]) => {
    if (name === 'fields') return Object.values(value as Record<string, string>)
    return typeof value === 'string' && !isDecimal(value) && name !== 'date' ? [value] : []
  })
  const hidden = new Set(
    template.columns.parts?.amountText === undefined ? content.parts.map((it) => it.amountText) : [],
  )
  return [content.project, ...fields, ...shown]
    .filter((text) => !hidden.has(text))
    .filter((text) => text !== content.project || printsProject(template))
}

function daysOf(content: FormContent, template: FormTemplate): RegExp[] {
  const days = template.fields.filter(({ kind }) => kind === 'date').map(({ key }) => content.fields[key] ?? '')
  return days
    .filter((day) => day !== '')
    .map((day) => {
      const [year, month, date] = day.split('-').map(Number)
      return new RegExp(`${day}|${year}年${month}月${date}日`)
    })
}

function printsProject(template: FormTemplate): boolean {
  return template.fields.some(({ keptAs }) => keptAs === 'project')
}

function amountsOf(content: FormContent, template: FormTemplate): Decimal[] {
  const money = Object.values(content.money).filter((amount) => amount !== null)
  return [...money, ...content.lines.flatMap(({ amount, unitPrice, quantity }) => [amount, unitPrice, quantity])]
    .filter((amount) => amount !== null)
    .concat(
      template.columns.indicators?.score === undefined ? [] : content.indicators.flatMap(({ score }) => score ?? []),
    )
}

/** The rows with the columns the sheet has. */
function rowsOf(content: FormContent, template: FormTemplate): object[] {
  return (Object.keys(template.columns) as (keyof typeof template.columns)[]).flatMap((over) =>
    content[over].map((row) =>
      Object.fromEntries(
        Object.entries(row).filter(
          ([name]) => name === 'fields' || name === 'opinion' || template.columns[over]?.[name] !== undefined,
        ),
      ),
    ),
  )
}

function levelCells(cells: readonly LaidCell[], level: 'level1' | 'level2'): string[] {
  return cells
    .filter(({ bind }) => bind?.startsWith('indicators[') === true && bind.endsWith(`.${level}`))
    .map(({ bind, rowSpan }) => `${bind} ${rowSpan}`)
}

/** What the merged cells must be, told the slow way: equal, not blank, and next to each other in one table. */
function runs(content: FormContent, path: (row: IndicatorRow) => readonly string[]): string[] {
  const level = path(EMPTY_ROW).length === 1 ? 'level1' : 'level2'
  const tables = Map.groupBy(content.indicators.entries(), ([, row]) => row.part ?? 0)
  return [...tables.entries()]
    .toSorted(([left], [right]) => left - right)
    .flatMap(([, rows]) => {
      const starts: { index: number; path: readonly string[]; length: number }[] = []
      for (const [index, row] of rows) {
        const last = starts.at(-1)
        const own = path(row)
        const goesOn = last !== undefined && own.every((text, depth) => text !== '' && text === last.path[depth])
        if (goesOn) last.length += 1
        else starts.push({ index, path: own, length: 1 })
      }
      return starts.map(({ index, length }) => `indicators[${index}].${level} ${length}`)
    })
}

const EMPTY_ROW = { level1: '', level2: '' } as IndicatorRow
