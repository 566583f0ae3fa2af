import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { loadExamples, loadFormTemplates } from '@shiji/packs/load-packs'
import { describe, expect, test } from 'vitest'
import { cell, inventedForm, inventedTable, paragraph } from './invented-form.ts'
import { writingsOf } from './pdf-input.ts'
import { readWrittenPdf } from './read-written-pdf.ts'
import { PdfNotWritten, writePdf } from './write-pdf.ts'

async function pagesOf(form: Parameters<typeof writePdf>[0]) {
  return readWrittenPdf((await writePdf(form)).pdf)
}

async function wordsOf(form: Parameters<typeof writePdf>[0]) {
  return (await pagesOf(form)).map((page) => page.texts.map((placed) => placed.text))
}

describe('the text of a written form', () => {
  test('stands in the file in the order one reads the form, a merged level before its rows', async () => {
    const [words] = await wordsOf(inventedForm(inventedTable(2)))
    expect(words?.join('|')).toBe(
      '项目绩效目标申报表|填报单位：澄江区教育资源中心|一级指标|三级指标|指标值|备注|' +
        '产出指标|第0项响应时间|≤0分钟|备注0|第1项响应时间|≤1分钟|备注1',
    )
  })

  test.each([
    '#panic()',
    '= x',
    '$a$',
    '*粗* _斜_ `码`',
    '\\u{41} \\',
    '#sys.inputs',
    '<label> @ref',
    '// 注',
    '"引" \'引\'',
    '- 列 + 列 / 项: ~ --- ...',
    '[#{',
    '{"form":1}',
  ])('keeps %s as it was written, never as markup', async (written) => {
    const [words] = await wordsOf(
      inventedForm(
        inventedTable(1, () => written),
        written,
      ),
    )
    expect(words?.at(-1)).toBe(written)
    expect(words?.[1]).toBe(written)
  })

  test.each(['□是 √否 ×无', '☑甲☐乙☒丙', '①②㎡℃→≤≥±％‰', '𬭚镕喆'])(
    'prints the marks and rare characters of %s',
    async (written) => {
      const { pdf, substitutions } = await writePdf(inventedForm(inventedTable(1), written))
      const [page] = await readWrittenPdf(pdf)
      expect(page?.texts.map((placed) => placed.text).join('')).toContain(written)
      expect(substitutions.filter((substitution) => substitution.kind === 'character')).toEqual([])
    },
  )

  test('breaks a word wider than its cell without adding to it', async () => {
    const code = `https://example.org/${'a1'.repeat(60)}`
    const [page] = await pagesOf(inventedForm(inventedTable(1, () => code)))
    const letters = page?.texts.slice(page.texts.findIndex((placed) => placed.text === '≤0分钟') + 1) ?? []
    expect(letters.map((placed) => placed.text).join('')).toBe(code)
    expect(Math.max(...letters.map((placed) => placed.xMm))).toBeLessThan(190)
  })

  test('breaks a phone number that is too wide after its dash', async () => {
    const narrow = {
      kind: 'table',
      columnsMm: [24],
      headRows: 0,
      rows: [{ minHeightMm: 8, cells: [cell(0, '0791-5550-0102')] }],
    } as const
    const [page] = await pagesOf(inventedForm(narrow))
    const lines = Map.groupBy(page?.texts.slice(2) ?? [], (placed) => placed.yMm)
    expect([...lines.values()].map((line) => line.map((placed) => placed.text).join(''))).toEqual([
      '0791-5550-',
      '0102',
    ])
  })

  test('makes a paragraph of each line of a cell', async () => {
    const [page] = await pagesOf(inventedForm(inventedTable(1, () => '第一段\n第二段\r\n第三段')))
    const lines = page?.texts.slice(-3) ?? []
    expect(lines.map((placed) => placed.text)).toEqual(['第一段', '第二段', '第三段'])
    expect(new Set(lines.map((placed) => placed.xMm)).size).toBe(1)
  })
})

describe('every official form of the packs', () => {
  const templates = new Map(loadFormTemplates().map((template) => [`${template.id} ${template.edition}`, template]))
  const examples = loadExamples().map((content) => [`${content.template} ${content.edition}`, content] as const)

  test.each(examples)('%s loses no text of its example', async (name, content) => {
    const template = templates.get(name)
    if (template === undefined) throw new Error(`no template ${name}`)
    const form = layOutForm(template, content)
    const pages = await pagesOf(form)
    const written = pages.flatMap((page) => page.texts.map((placed) => placed.text)).join('')
    const wanted = writingsOf(form).filter((writing) => !withoutBlanks(written).includes(withoutBlanks(writing.text)))
    expect(wanted.map((writing) => writing.text)).toEqual([])
  })
})

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '')
}

describe('the layout of a written form', () => {
  test('keeps the columns of the grid to a tenth of a millimetre', async () => {
    const left = (column: number, text: string) => cell(column, text, { align: 'left' })
    const table = {
      kind: 'table',
      columnsMm: [33, 17.5, 70],
      headRows: 0,
      rows: [
        { minHeightMm: 9, cells: [left(0, '甲'), left(1, '乙'), left(2, '丙')] },
        { minHeightMm: 9, cells: [{ ...left(0, '丁'), colSpan: 2 }, left(2, '戊')] },
      ],
    } as const
    const [page] = await pagesOf(inventedForm(table))
    const places = new Map(page?.texts.map((placed) => [placed.text, placed]))
    const xOf = (text: string) => Number(places.get(text)?.xMm.toFixed(1))
    expect([xOf('甲'), xOf('乙'), xOf('丙'), xOf('丁'), xOf('戊')]).toEqual([21, 54, 71.5, 21, 71.5])
    expect((places.get('丁')?.yMm ?? 0) - (places.get('甲')?.yMm ?? 0)).toBeCloseTo(9, 1)
  })

  test('repeats the head rows on every further page', async () => {
    const pages = await wordsOf(inventedForm(inventedTable(60)))
    expect(pages).toHaveLength(2)
    for (const words of pages) expect(words).toContain('三级指标')
  })

  test('carries a level merged over two hundred rows across the pages and loses nothing', async () => {
    const pages = await wordsOf(inventedForm(inventedTable(200)))
    const words = new Set(pages.flat())
    expect(pages.length).toBeGreaterThan(5)
    expect(words).toContain('产出指标')
    expect(Array.from({ length: 200 }, (_, row) => `第${row}项响应时间`).filter((text) => !words.has(text))).toEqual([])
  })

  test('carries a row longer than two pages over to the next ones', async () => {
    const long = Array.from({ length: 150 }, (_, line) => `第${line}段说明`)
    const pages = await wordsOf(inventedForm(inventedTable(2, (row) => (row === 0 ? long.join('\n') : '完'))))
    expect(pages.flat().filter((text) => text.endsWith('段说明'))).toEqual(long)
    expect(pages.at(-1)).toContain('完')
  })

  test('begins a new page where the form asks for one, and sets its paper size', async () => {
    const blocks = [paragraph('前页'), { kind: 'page-break' } as const, paragraph('后页')]
    const page = { widthMm: 297, heightMm: 210, marginsMm: { top: 10, right: 10, bottom: 10, left: 10 } }
    const pages = await pagesOf({ ...inventedForm(), page, blocks })
    expect(pages.map((written) => written.texts.map((placed) => placed.text))).toEqual([['前页'], ['后页']])
    expect(pages.map((written) => [Math.round(written.widthMm), Math.round(written.heightMm)])).toEqual([
      [297, 210],
      [297, 210],
    ])
  })
})

describe('the file', () => {
  test('declares itself PDF/A-2b in Chinese and carries its title and date', async () => {
    const { pdf } = await writePdf(inventedForm(), { writtenOn: '2024-03-05' })
    const raw = Buffer.from(pdf).toString('utf8')
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>B<\/pdfaid:conformance>/)
    expect(raw).toContain('<rdf:li xml:lang="x-default">项目绩效目标申报表</rdf:li>')
    expect(raw).toContain('<rdf:li>zh-CN</rdf:li>')
    expect(raw).toContain('<xmp:CreateDate>2024-03-05T00:00:00Z</xmp:CreateDate>')
  })

  test('embeds each font as a subset', async () => {
    const raw = Buffer.from((await writePdf(inventedForm())).pdf).toString('latin1')
    const fonts = [...raw.matchAll(/\/BaseFont \/(\S+)/g)].map((match) => match[1] ?? '')
    expect(fonts.length).toBeGreaterThan(0)
    expect(fonts.filter((font) => !/^[A-Z]{6}\+NotoSerifSC-(Regular|Bold)$/.test(font))).toEqual([])
    expect(raw.match(/\/FontFile[23] /g)).toHaveLength(2)
    expect(raw.length).toBeLessThan(200_000)
  })

  test('is the same to the byte for the same form', async () => {
    const [one, other] = [await writePdf(inventedForm()), await writePdf(inventedForm())]
    expect(Buffer.from(one.pdf).equals(Buffer.from(other.pdf))).toBe(true)
  })

  test('is refused when the grid contradicts itself, and the next form is written', async () => {
    const twice = {
      kind: 'table',
      columnsMm: [50],
      headRows: 0,
      rows: [{ minHeightMm: 8, cells: [cell(0, '甲'), cell(0, '乙')] }],
    } as const
    await expect(writePdf(inventedForm(twice))).rejects.toThrow(PdfNotWritten)
    expect((await wordsOf(inventedForm(inventedTable(1)))).flat()).toContain('备注0')
  })

  test('is refused when the form has more cells than an office could read', async () => {
    await expect(writePdf(inventedForm(inventedTable(20_000)))).rejects.toThrow('too-large')
  })
})
