import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeFonts, SURE_FILES } from './fonts.ts'
import { inventedForm, inventedTable, paragraph } from './invented-form.ts'
import { saySubstitution } from './pdf-substitution.ts'
import { readWrittenPdf } from './read-written-pdf.ts'
import { renamedFont } from './renamed-font.ts'
import { writePdf } from './write-pdf.ts'

let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shiji-fonts-'))
  const [regular = ''] = SURE_FILES
  const font = readFileSync(regular)
  writeFileSync(join(folder, 'fs.ttf'), renamedFont(font, ['FangSong_GB2312', '仿宋_GB2312']))
  writeFileSync(join(folder, 'ht.TTF'), renamedFont(font, ['SimHei']))
  writeFileSync(join(folder, 'broken.ttf'), 'no font at all')
  writeFileSync(join(folder, 'cut.otf'), font.subarray(0, 40))
  writeFileSync(join(folder, 'readme.txt'), 'not looked at')
})

afterAll(() => rmSync(folder, { recursive: true }))

function roleOf(role: string) {
  return describeFonts(folder).roles.find((font) => font.role === role)
}

describe("the unit's own fonts", () => {
  test('are known by the names inside the files, in any language', () => {
    expect(roleOf('仿宋')).toMatchObject({ asked: '仿宋_GB2312', used: '仿宋_GB2312', files: [join(folder, 'fs.ttf')] })
  })

  test('stand in under another name of the same kind, which is said', () => {
    expect(roleOf('黑体')).toMatchObject({ asked: '黑体', used: 'SimHei', own: true, hasBold: false })
  })

  test('leave the roles they do not have to the sure font', () => {
    expect(roleOf('楷体')).toMatchObject({ used: 'Noto Serif SC', own: false, files: SURE_FILES })
  })

  test('that cannot be read as fonts are listed, and other files are not looked at', () => {
    expect(describeFonts(folder).unreadable).toEqual([join(folder, 'broken.ttf'), join(folder, 'cut.otf')])
  })

  test('draw the form, and only replaced families are reported', async () => {
    const form = inventedForm(inventedTable(2), '填报单位：澄江区')
    const { pdf, substitutions } = await writePdf(form, { fontsFolder: folder })
    expect(Buffer.from(pdf).toString('latin1')).toMatch(/\/BaseFont \/[A-Z]{6}\+UnitOwnFont/)
    expect(substitutions).toEqual([
      { kind: 'family', role: '宋体', asked: '宋体', used: 'Noto Serif SC' },
      { kind: 'family', role: '黑体', asked: '黑体', used: 'SimHei' },
      { kind: 'family', role: '小标宋', asked: '方正小标宋简体', used: 'Noto Serif SC' },
    ])
  })

  test('may change between two documents', async () => {
    const form = inventedForm()
    const before = await writePdf(form, { fontsFolder: folder })
    const after = await writePdf(form)
    expect([before.substitutions.length, after.substitutions.length]).toEqual([3, 4])
  })
})

describe('without own fonts', () => {
  test('a folder that is not there is reported and the sure font draws every role', () => {
    const report = describeFonts(join(folder, 'nowhere'))
    expect(report.folderFound).toBe(false)
    expect(new Set(report.roles.map((font) => font.used))).toEqual(new Set(['Noto Serif SC']))
  })
})

describe('a character no font has', () => {
  test.each([
    ['😀', '1F600'],
    ['👨‍👩‍👧', '1F468 200D 1F469 200D 1F467'],
    ['1️⃣', '31 FE0F 20E3'],
    ['\u0007', '7'],
    ['\ue4c7', 'E4C7'],
    ['ข', 'E02'],
  ])('%s is printed as a box with its code and reported, and its neighbours stay', async (character, code) => {
    const { pdf, substitutions } = await writePdf({ ...inventedForm(), blocks: [paragraph(`前1${character}后1`)] })
    const [page] = await readWrittenPdf(pdf)
    expect(page?.texts.map((placed) => placed.text)).toEqual(['前1', code, '后1'])
    expect(substitutions.filter((one) => one.kind === 'character')).toEqual([{ kind: 'character', character, code }])
  })

  test('is named in both languages', () => {
    const substitution = { kind: 'character', character: '😀', code: '1F600' } as const
    expect(saySubstitution(substitution, 'zh')).toContain('“😀”（U+1F600）')
    expect(saySubstitution(substitution, 'en')).toContain('"😀" (U+1F600)')
  })
})
