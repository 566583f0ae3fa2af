import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Grid, sectionsOf, spanAt } from './grid-document.ts'

const FONTS = dirname(
  fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')),
)
let compiler: NodeCompiler | null = null

/** With the borders of its cells, without any, or without any and hardly a gap between its columns. */
type Borders = 'ruled' | 'bare' | 'tight'

/** The form as an office prints it to PDF. */
export function pdfFile(grid: Grid, borders: Borders): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [FONTS] }] })
  const sections = sectionsOf(grid).map((section) =>
    section.kind === 'text' ? `#text(${quoted(section.text)})\n` : tableOf(section.rows, borders),
  )
  const page = '#set page(paper: "a4", flipped: true, margin: 1.5cm)\n#set text(font: "Noto Serif SC", size: 9pt)'
  return compiler.pdf({ mainFileContent: `${page}\n${sections.join('\n')}` })
}

function tableOf(rows: readonly (readonly string[])[], borders: Borders): string {
  const width = Math.max(...rows.map((cells) => cells.length))
  const cells = rows.flatMap((row, at) =>
    row.flatMap((text, column) => {
      if (text === '^' || text === '<') return []
      const [wide, high] = spanAt(rows, at, column)
      return [`table.cell(x: ${column}, y: ${at}, colspan: ${wide}, rowspan: ${high}, text(${quoted(text)}))`]
    }),
  )
  const stroke = borders === 'ruled' ? '0.5pt' : 'none'
  const look =
    borders === 'tight'
      ? `columns: (auto,) * ${width}, inset: 2.7pt, align: left + horizon`
      : `columns: (1fr,) * ${width}, align: center + horizon`
  return `#table(${look}, stroke: ${stroke}, ${cells.join(', ')})\n`
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
