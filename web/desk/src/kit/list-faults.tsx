import { useWords } from '#desk/words/use-words.ts'
import { type Column, DataTable } from './data-table.tsx'

const WORDS = {
  problems: { zh: '错误', en: 'Faults' },
  first: { zh: '这里列出前 {shown} 处；标注文件里有全部。', en: 'The first {shown}; the marked file has all of them.' },
  sheet: { zh: '工作表', en: 'Sheet' },
  cell: { zh: '单元格', en: 'Cell' },
  reason: { zh: '原因', en: 'Reason' },
} as const

type Fault = { readonly sheet: string; readonly cell: string; readonly reason: string }
type ListFaultsProps = { readonly faults: readonly Fault[]; readonly all: number }

/** The wrong cells of a list that was looked at, and why. */
export function ListFaults({ faults, all }: ListFaultsProps) {
  const say = useWords(WORDS)
  const columns: readonly Column<Fault>[] = [
    { key: 'sheet', title: say('sheet'), cell: ({ sheet }) => sheet, width: '96px' },
    { key: 'cell', title: say('cell'), cell: ({ cell }) => <code>{cell}</code>, width: '96px' },
    { key: 'reason', title: say('reason'), cell: ({ reason }) => reason },
  ]
  const keyOf = ({ sheet, cell, reason }: Fault) => `${sheet} ${cell} ${reason}`
  return (
    <section className="card">
      <h2>{say('problems')}</h2>
      <DataTable caption={say('problems')} columns={columns} rows={faults} keyOf={keyOf} />
      {all > faults.length ? <p className="small card-body">{say('first', { shown: faults.length })}</p> : null}
    </section>
  )
}
