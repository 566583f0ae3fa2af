import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cell, DECLARATION, form, paragraph, row, TITLE } from './laid-form-samples.ts'
import { writeDocx } from './write-docx.ts'
import { writeXlsx } from './write-xlsx.ts'

/** LibreOffice opens what we write, as an office that reads the files otherwise than we do. */
const missing = ['soffice', 'pdftotext', 'pdfinfo'].filter((program) => !isInstalled(program))
const CONVERSION_MS = 120_000

describe.skipIf(missing.length > 0)(
  `LibreOffice reads our files (skipped without ${missing.join(', ') || 'none'})`,
  () => {
    const folder = join(tmpdir(), `shiji-office-${process.pid}`)
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    beforeAll(async () => {
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'declaration.docx'), await writeDocx(DECLARATION))
      writeFileSync(join(folder, 'table.xlsx'), await writeXlsx(DECLARATION))
      writeFileSync(join(folder, 'breaks.docx'), await writeDocx(BROKEN))
      writeFileSync(join(folder, 'parts.xlsx'), await writeXlsx(BROKEN))
      const files = ['declaration.docx', 'table.xlsx', 'breaks.docx', 'parts.xlsx'].map((name) => join(folder, name))
      const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
      execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
        stdio: 'ignore',
      })
    }, CONVERSION_MS)

    test.each(['declaration', 'table'])(
      '%s: two pages, with every text of the form, and the table head on both',
      (name) => {
        const text = pdfText(folder, name)
        expect(pdfPages(folder, name)).toBe(2)
        expect(text.match(/一级指标/g)).toHaveLength(2)
        for (const written of [
          '项目支出绩效目标申报表',
          '☑经常性项目',
          '021-5550-0101',
          '4,638,500.00',
          '影响力目标',
          '=100%',
        ]) {
          expect(text).toContain(written)
        }
      },
    )

    test('a page break in Word begins one new page, an empty one never', () => {
      expect(pdfPages(folder, 'breaks')).toBe(3)
    })

    test('parts are sheets, each printed by itself, and a formula typed by a user is printed as typed', () => {
      expect(pdfPages(folder, 'parts')).toBe(3)
      expect(pdfText(folder, 'parts')).toContain('=1+1')
    })
  },
)

const TABLE = {
  kind: 'table',
  columnsMm: [40, 130],
  headRows: 0,
  rows: [row([cell(0, '公式'), cell(1, '=1+1')])],
} as const
const BROKEN = form([
  paragraph('第一部分', TITLE),
  TABLE,
  { kind: 'page-break' },
  paragraph('第二部分', TITLE),
  { kind: 'page-break' },
  TABLE,
  TABLE,
  { kind: 'page-break' },
])

function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Without blanks and line ends, which the width of a column decides. */
function pdfText(folder: string, name: string): string {
  return execFileSync('pdftotext', [join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' }).replaceAll(/\s/g, '')
}

function pdfPages(folder: string, name: string): number {
  const info = execFileSync('pdfinfo', [join(folder, `${name}.pdf`)], { encoding: 'utf8' })
  return Number(/^Pages:\s+(\d+)/m.exec(info)?.[1])
}
