import { type Placeholder, parseCellText } from './cell-text.ts'
import { checkGrid } from './check-grid.ts'
import type { FormTemplate, RepeatName, TemplateBlock, TemplateCheck } from './form-template.ts'
import type { ValueKind } from './repeat-items.ts'
import { hasColumn, kindAt } from './template-address.ts'
import { problem, type TemplateProblem } from './template-problem.ts'

/** What a schema cannot see: that the sheet can be drawn whole and shows everything it asks for. Empty when it can. */
export function checkTemplate(template: FormTemplate): TemplateProblem[] {
  const texts = template.blocks.flatMap(textsOf)
  return [
    ...keysTwice(template),
    ...template.blocks.flatMap((block, index) =>
      block.kind === 'table' ? checkGrid(template, block, `blocks[${index}]`) : [],
    ),
    ...texts.flatMap((text) => checkText(template, text)),
    ...notPrinted(template, texts),
    ...unknownColumns(template),
    ...template.checks.flatMap((check) => checkAddresses(template, check)),
  ]
}

/** A text of the template, the item it may speak of, and its style. */
type PlacedText = {
  readonly text: string
  readonly style: string
  readonly over: RepeatName | null
  readonly where: string
}

function textsOf(block: TemplateBlock, index: number): PlacedText[] {
  const where = `blocks[${index}]`
  switch (block.kind) {
    case 'page-break':
      return []
    case 'paragraph':
      return [{ text: block.text, style: block.style, over: null, where }]
    case 'table': {
      const between = block.repeat === undefined ? [] : [{ text: '', style: 'spacer', over: null, where }]
      const cells = block.rows.flatMap(({ cells, repeat }, row) =>
        cells.map(({ text, style = 'cell' }) => ({
          text,
          style,
          over: repeat?.over ?? block.repeat?.over ?? null,
          where: `${where}.rows[${row}]`,
        })),
      )
      return [...between, ...cells]
    }
  }
}

function checkText(template: FormTemplate, { text, style, over, where }: PlacedText): TemplateProblem[] {
  const styled = template.styles[style] === undefined ? [problem('style-unknown', where, { style })] : []
  const parts = parseCellText(text).flatMap((part) => {
    if (part.kind === 'placeholder') return checkPlaceholder(template, part, over, where)
    return /[{}]/.test(part.text) ? [problem('placeholder-unknown', where, { written: part.text })] : []
  })
  return [...styled, ...parts]
}

function checkPlaceholder(
  template: FormTemplate,
  { address, option, format, written }: Placeholder,
  over: RepeatName | null,
  where: string,
): TemplateProblem[] {
  const kind = kindAt(template, address, over)
  if (kind === null) return [problem('placeholder-unknown', where, { written })]
  if (option !== null) {
    const field = template.fields.find(({ key }) => `fields.${key}` === address)
    if (field?.options?.includes(option) !== true) return [problem('option-unknown', where, { written })]
  }
  return fits(format, option === null ? kind : 'flag') ? [] : [problem('format-unfit', where, { written })]
}

function fits(format: Placeholder['format'], kind: ValueKind): boolean {
  switch (format) {
    case 'plain':
      return kind !== 'flag'
    case 'fixed':
    case 'grouped':
    case 'percent':
      return kind === 'amount'
    case 'date':
    case 'sign-date':
    case 'line':
      return kind === 'text'
    case 'box':
    case 'mark':
      return kind === 'flag'
  }
}

function keysTwice({ fields, money, checks }: FormTemplate): TemplateProblem[] {
  const spaces = [fields.map(({ key }) => key), money.map(({ key }) => key), checks.map(({ id }) => id)]
  return spaces.flatMap((keys) => {
    const seen = new Set<string>()
    const again = keys.filter((key) => seen.size === seen.add(key).size)
    return again.map((key) => problem('key-twice', 'form', { key }))
  })
}

function notPrinted({ fields, money }: FormTemplate, texts: readonly PlacedText[]): TemplateProblem[] {
  const printed = new Set(
    texts
      .flatMap(({ text }) => parseCellText(text).flatMap((part) => (part.kind === 'placeholder' ? [part] : [])))
      .map(({ address, option }) => (option === null ? address : `${address}=${option}`)),
  )
  const wanted = [
    ...fields.flatMap(({ key, keptAs, options }) => {
      const address = keptAs ?? `fields.${key}`
      return printed.has(address) ? [address] : (options?.map((option) => `${address}=${option}`) ?? [address])
    }),
    ...money.map(({ key }) => `money.${key}`),
  ]
  return wanted.filter((address) => !printed.has(address)).map((key) => problem('not-printed', 'form', { key }))
}

function unknownColumns({ columns }: FormTemplate): TemplateProblem[] {
  return (Object.keys(columns) as RepeatName[]).flatMap((over) =>
    Object.keys(columns[over] ?? {})
      .filter((column) => !hasColumn(over, column))
      .map((column) => problem('column-unknown', `columns.${over}`, { over, column })),
  )
}

function checkAddresses(template: FormTemplate, check: TemplateCheck): TemplateProblem[] {
  return addressesOf(check)
    .filter((address) => kindAt(template, address, null) === null)
    .map((address) => problem('check-address-unknown', 'checks', { check: check.id, address }))
}

function addressesOf(check: TemplateCheck): string[] {
  switch (check.kind) {
    case 'sum':
      return [check.total, ...check.of]
    case 'difference':
      return [check.result, check.from, check.less]
    case 'at-least':
      return [check.greater, check.smaller]
    case 'column-sum':
      return [check.total]
    case 'date-order':
      return [check.start, check.end]
    case 'one-choice':
      return [check.field]
    case 'execution':
      return [check.executed, check.budget, check.rate]
    case 'product':
    case 'unique':
    case 'weights':
      return []
  }
}
