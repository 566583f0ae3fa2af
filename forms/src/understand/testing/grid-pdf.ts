import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { type Grid, sectionsOf, spanAt } from './grid-document.ts'

const FONTS = dirname(
  fileURLToPath(import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf')),
)
let compiler: NodeCompiler | null = null

/** The form as an office prints it to PDF: with the borders of its cells, or without any. */
export function pdfFile(grid: Grid, borders: 'ruled' | 'bare'): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [FONTS] }] })
  const sections = sectionsOf(grid).map((section) =>
    section.kind === 'text' ? `#text(${quoted(section.text)})\n` : tableOf(section.rows, borders),
  )
  const page = '#set page(paper: "a4", flipped: true, margin: 1.5cm)\n#set text(font: "Noto Serif SC", size: 9pt)'
  return compiler.pdf({ mainFileContent: `${page}\n${sections.join('\n')}` })
}

function tableOf(rows: readonly (readonly string[])[], borders: 'ruled' | 'bare'): string {
  const width = Math.max(...rows.map((cells) => cells.length))
  const cells = rows.flatMap((row, at) =>
    row.flatMap((text, column) => {
      if (text === '^' || text === '<') return []
      const [wide, high] = spanAt(rows, at, column)
      return [`table.cell(x: ${column}, y: ${at}, colspan: ${wide}, rowspan: ${high}, text(${quoted(text)}))`]
    }),
  )
  const stroke = borders === 'ruled' ? '0.5pt' : 'none'
  return `#table(columns: (1fr,) * ${width}, stroke: ${stroke}, align: center + horizon, ${cells.join(', ')})\n`
}

function quoted(text: string): string {
  return JSON.stringify(text)
}
