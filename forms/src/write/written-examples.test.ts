import * as XLSX from '@e965/xlsx'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { loadExamples, loadFormTemplates } from '@shiji/packs/load-packs'
import { expect, test } from 'vitest'
import { textParts, wordTables } from './read-word-file.ts'
import { writeDocx } from './write-docx.ts'
import { writeXlsx } from './write-xlsx.ts'

const templates = loadFormTemplates()
const examples = loadExamples().map((content) => ({ name: `${content.template} ${content.edition}`, content }))

function laidOut({ content }: (typeof examples)[number]) {
  const template = templates.find(({ id, edition }) => id === content.template && edition === content.edition)
  if (template === undefined) throw new Error(`no template ${content.template} ${content.edition}`)
  return layOutForm(template, content)
}

test.each(examples)('$name: the tables of the Word file are the tables of the sheet', async (example) => {
  const laid = laidOut(example)
  const tables = wordTables(textParts(await writeDocx(laid))['word/document.xml'] ?? '')
  const drawn = laid.blocks.filter((block) => block.kind === 'table')
  expect(tables.map(({ rows }) => rows.map((cells) => cells.map(({ text }) => text)))).toEqual(
    drawn.map(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text))),
  )
})

test.each(examples)('$name: what Excel shows is what the sheet prints, amounts as numbers', async (example) => {
  const laid = laidOut(example)
  const workbook = XLSX.read(await writeXlsx(laid), { cellNF: true })
  const shown = workbook.SheetNames.flatMap((name) => cellsOf(workbook.Sheets[name] ?? {}))
  const printed = laid.blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [{ text: block.text, number: false }]
    if (block.kind === 'page-break') return []
    return block.rows.flatMap(({ cells }) =>
      cells.map(({ text, value }) => ({ text, number: value.kind === 'number' })),
    )
  })
  expect(shown).toEqual(printed.filter(({ text }) => text !== ''))
})

function cellsOf(sheet: XLSX.WorkSheet) {
  return Object.entries(sheet).flatMap(([address, held]) =>
    address.startsWith('!') || held.v === undefined ? [] : [{ text: held.w, number: held.t === 'n' }],
  )
}
