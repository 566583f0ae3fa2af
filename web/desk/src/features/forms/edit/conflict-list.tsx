import type { EditConflict } from '@shiji/kernel/form/apply-edits'
import { Button } from 'antd'
import type { Dispatch } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import { bothTexts } from './both-texts.ts'
import type { DeskAction, FormDesk } from './form-desk.ts'
import type { FormSheet } from './form-sheet.ts'
import { placeName } from './place-name.ts'

const WORDS = {
  title: { zh: '别人同时改了 {count} 格，请逐格选定', en: 'Others changed {count} cells meanwhile: choose for each' },
  about: {
    zh: '其余修改都已保存。您的文字还在这里，没有丢失。',
    en: 'All other changes are saved. Your words are here, nothing is lost.',
  },
  theirs: { zh: '对方的', en: 'Theirs' },
  yours: { zh: '您的', en: 'Yours' },
  keepTheirs: { zh: '用对方的', en: 'Keep theirs' },
  keepYours: { zh: '用我的', en: 'Keep mine' },
  keepBoth: { zh: '两段都留', en: 'Keep both' },
  blank: { zh: '（空）', en: '(blank)' },
  row: { zh: '第 {row} 行', en: 'Row {row}' },
  form: { zh: '整份表', en: 'The whole form' },
} as const

type ConflictListProps = {
  readonly desk: FormDesk
  readonly sheet: FormSheet
  readonly change: Dispatch<DeskAction>
  readonly jump: (where: string) => void
}

/** Cells that two people changed, with both texts side by side. */
export function ConflictList({ desk: { conflicts }, sheet, change, jump }: ConflictListProps) {
  const say = useWords(WORDS)
  if (conflicts.length === 0) return null
  const choose = ({ where, theirs }: EditConflict, now: string) => {
    change({ kind: 'did', step: [{ where, was: theirs, now }] })
    change({ kind: 'settled', where })
  }
  const words = { row: (row: number) => say('row', { row }), form: say('form') }
  return (
    <section className="card conflicts" role="alert">
      <h2>! {say('title', { count: conflicts.length })}</h2>
      <div className="card-body">
        <p className="small">{say('about')}</p>
        <table className="conflict-table">
          <tbody>
            {conflicts.map((conflict) => {
              const { where, theirs, yours } = conflict
              const both = bothTexts(sheet, conflict)
              return (
                <tr key={`${where} ${yours}`}>
                  <th scope="row">
                    <Button type="link" onClick={() => jump(where)}>
                      {placeName(sheet, where, words)}
                    </Button>
                  </th>
                  <td>
                    <span className="small">{say('theirs')}</span>
                    <p>{theirs === '' ? say('blank') : theirs}</p>
                    <Button onClick={() => change({ kind: 'settled', where })}>{say('keepTheirs')}</Button>
                  </td>
                  <td>
                    <span className="small">{say('yours')}</span>
                    <p>{yours === '' ? say('blank') : yours}</p>
                    <span className="conflict-choices">
                      <Button onClick={() => choose(conflict, yours)}>{say('keepYours')}</Button>
                      {both === null ? null : <Button onClick={() => choose(conflict, both)}>{say('keepBoth')}</Button>}
                    </span>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
