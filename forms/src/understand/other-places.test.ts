import type { FormContent } from '@shiji/kernel/form/form-content'
import { parseTarget } from '@shiji/kernel/target/parse-target'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { describe, expect, test } from 'vitest'
import { readHere } from '../read/testing/read-here.ts'
import { htmlPage, tabText } from './testing/grid-document.ts'
import { docxFile } from './testing/grid-files.ts'
import { pdfFile } from './testing/grid-pdf.ts'
import * as bent from './testing/places/bent.ts'
import * as centre from './testing/places/centre.ts'
import * as costs from './testing/places/costs.ts'
import * as east from './testing/places/east.ts'
import * as firstSight from './testing/places/first-sight.ts'
import * as heldOut from './testing/places/held-out.ts'
import * as long from './testing/places/long.ts'
import * as north from './testing/places/north.ts'
import type { OtherPlace } from './testing/places/other-place.ts'
import * as otherWords from './testing/places/other-words.ts'
import * as ownSigns from './testing/places/own-signs.ts'
import * as stages from './testing/places/stages.ts'
import * as templateLike from './testing/places/templates.ts'
import * as unseen from './testing/places/unseen.ts'
import * as west from './testing/places/west.ts'
import * as wideHeads from './testing/places/wide-heads.ts'
import { typedWorkbook } from './testing/typed-workbook.ts'
import { understandForms } from './understand-forms.ts'

const templates = loadFormTemplates()
const PRINTED: readonly OtherPlace[] = [templateLike, bent, stages, firstSight, costs, long, unseen].flatMap((places) =>
  Object.values(places),
)
const PLACES: readonly OtherPlace[] = [
  ...[north, east, centre, west, heldOut, wideHeads, otherWords, ownSigns].flatMap((places) => Object.values(places)),
  ...PRINTED,
]
const FILES = ['form.html', 'form.docx', 'form.xlsx', 'form.txt'] as const
const FILES_WITH_PDF = [...FILES, 'form.pdf'] as const

describe.each(PLACES.map((place) => [place.title, place] as const))('%s', (_, place) => {
  test.each(PRINTED.includes(place) ? FILES_WITH_PDF : FILES)('read from %s', async (name) => {
    const forms = understandForms(await readHere(await fileOf(place, name), name), templates)
    const [form] = forms

    expect(forms).toHaveLength(1)
    expect(headOf(form)).toEqual(place.head)
    expect(plainMoney(form?.money ?? {})).toMatchObject(plainMoney(place.money))
    expect(form?.totals ? [form.totals.weight, form.totals.score] : null).toEqual(place.totals)
    if (name === 'form.txt' && place.pasted === 'doubted') {
      expect(form?.indicators).toHaveLength(rowsOf(place).length)
      expect(form?.indicators.some(({ doubts }) => doubts.length > 0)).toBe(true)
    } else expect(form?.indicators.map(printed)).toEqual(rowsOf(place))
  })
})

test('of all their targets none is unreadable', () => {
  const targets = PLACES.flatMap((place) => rowsOf(place).map((row) => row.split('|')[3] ?? ''))
  const unreadable = targets.filter((target) => target !== '-' && parseTarget(target).kind === 'unreadable')
  expect([targets.length > 180, unreadable]).toEqual([true, []])
})

const LEAST_SHARE_RIGHT = 0.97

test('printed without any border most rows are made out, and every one of them is doubted', async () => {
  let [right, all] = [0, 0]
  for (const place of PRINTED) {
    const forms = understandForms(await readHere(pdfFile(place.grid, 'bare'), 'form.pdf'), templates)
    const rows = forms.flatMap(({ indicators }) => indicators)
    const read = new Set(rows.map(printed))
    right += rowsOf(place).filter((row) => read.has(row)).length
    all += rowsOf(place).length
    expect(rows.filter(({ doubts }) => !doubts.some(({ code }) => code === 'row-by-position'))).toEqual([])
  }
  expect(right / all).toBeGreaterThan(LEAST_SHARE_RIGHT)
})

async function fileOf({ grid }: OtherPlace, name: (typeof FILES_WITH_PDF)[number]): Promise<Uint8Array> {
  switch (name) {
    case 'form.html':
      return new TextEncoder().encode(htmlPage(grid))
    case 'form.docx':
      return docxFile(grid)
    case 'form.xlsx':
      return typedWorkbook(grid)
    case 'form.txt':
      return new TextEncoder().encode(tabText(grid))
    case 'form.pdf':
      return pdfFile(grid, 'ruled')
  }
}

function headOf(form: FormContent | undefined): OtherPlace['head'] | null {
  if (form === undefined) return null
  return [form.stage, form.year, form.moneyUnit, form.project, form.unit]
}

/** 250000.00 and 250000 are one amount: a workbook keeps the number, not its zeros. */
function plainMoney(money: Readonly<Record<string, string | null>>): Record<string, number | null> {
  return Object.fromEntries(
    Object.entries(money).map(([key, amount]) => [key, amount === null ? null : Number(amount)]),
  )
}

function rowsOf({ rows }: OtherPlace): string[] {
  return rows.trim().split('\n')
}

function printed(row: FormContent['indicators'][number]): string {
  const { level1, level2, level3, target, actual, weight, score, reason } = row
  return [level1, level2, level3, target, actual, weight, score, reason].map((text) => text || '-').join('|')
}
