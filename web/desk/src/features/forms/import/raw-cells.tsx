import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  caption: { zh: '这一行在文件里的单元格', en: 'The cells of this row in the file' },
  blank: { zh: '（空）', en: '(blank)' },
  nowhere: {
    zh: '这一处不在某一行里，文件没有对应的单元格。',
    en: 'This is not about a row; the file has no cells of its own for it.',
  },
} as const

type RawCellsProps = {
  readonly cells: readonly string[]
  /** Places the doubt speaks of. */
  readonly quoted: readonly number[]
  /** How the doubted place was read. */
  readonly doubted: string
}

/** The cells of the doubted row as they stood in the file, one under the other, before any repair. */
export function RawCells({ cells, quoted, doubted }: RawCellsProps) {
  const say = useWords(WORDS)
  if (cells.length === 0) return <p className="small">{say('nowhere')}</p>
  return (
    <table className="raw-cells">
      <caption className="visually-hidden">{say('caption')}</caption>
      <tbody>
        {withoutTail(cells).map((cell, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: cells of a row are known by their place
          <tr key={at}>
            <th scope="row">{at + 1}</th>
            <td data-doubted={quoted.includes(at) || (cell !== '' && cell.trim() === doubted.trim())}>
              {cell === '' ? <span className="small">{say('blank')}</span> : cell}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Blank cells behind the last word of the row say nothing. */
function withoutTail(cells: readonly string[]): readonly string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
}
