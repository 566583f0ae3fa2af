import type { FormContent } from '@shiji/kernel/form/form-content'
import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { type Dispatch, useCallback } from 'react'
import { useWords } from '#desk/words/use-words.ts'
import { FormGrid } from '../grid/form-grid.tsx'
import { AboutCell } from './about-cell.tsx'
import { AmountFields } from './amount-fields.tsx'
import type { EditStep } from './edit-history.ts'
import { FieldCell } from './field-cell.tsx'
import type { DeskAction } from './form-desk.ts'
import type { FormSheet, RoomName, SheetList } from './form-sheet.ts'
import { LineSums } from './line-sums.tsx'
import type { FormFinding } from './opened-form.ts'
import { TargetReading } from './target-reading.tsx'

const WORDS = {
  indicators: { zh: '绩效指标', en: 'Indicators' },
  revisions: { zh: '修订的指标', en: 'Revised indicators' },
  lines: { zh: '成本明细', en: 'Cost lines' },
  parts: { zh: '子项目', en: 'Sub-projects' },
  schedule: { zh: '实施进度计划', en: 'Schedule' },
  safeguards: { zh: '制度保障', en: 'Safeguards' },
  priorEvaluations: { zh: '以前年度评价', en: 'Evaluations of earlier years' },
  reviews: { zh: '审核意见', en: 'Reviews' },
} as const

export type FormRoomProps = {
  readonly room: RoomName
  readonly sheet: FormSheet
  readonly content: FormContent
  readonly template: FormTemplate | null
  readonly marks: ReadonlyMap<string, FormFinding>
  readonly wanted: { readonly where: string } | null
  readonly change: Dispatch<DeskAction>
  readonly undo: () => void
  readonly redo: () => void
}

/** One part of the form: its fields, its amounts, its rows. */
export function FormRoom(props: FormRoomProps) {
  const { room, sheet, content, template, marks, change } = props
  const onStep = useCallback((step: EditStep) => change({ kind: 'did', step }), [change])
  const fields = sheet.fields.filter((field) => field.room === room)
  return (
    <div className="room">
      {fields.length === 0 ? null : (
        <section className="card room-fields">
          {fields.map((field) => (
            <FieldCell key={field.where} {...{ field, content, onStep }} mark={marks.get(field.where)} />
          ))}
        </section>
      )}
      {room === 'overview' && sheet.amounts.length > 0 ? (
        <AmountFields {...{ content, template, marks, onStep }} amounts={sheet.amounts} />
      ) : null}
      {sheet.lists
        .filter((list) => list.room === room)
        .map((list) => (
          <RoomList key={list.list} {...props} list={list} onStep={onStep} />
        ))}
    </div>
  )
}

type RoomListProps = FormRoomProps & { readonly list: SheetList; readonly onStep: (step: EditStep) => void }

function RoomList({ list: { list, columns }, content, template, marks, wanted, undo, redo, onStep }: RoomListProps) {
  const say = useWords(WORDS)
  return (
    <section className="room-list">
      <h2>{say(list)}</h2>
      <FormGrid
        label={say(list)}
        {...{ content, list, columns, marks, wanted, onStep }}
        beneath={list === 'indicators' ? beneathTarget : undefined}
        about={(where) => <AboutCell {...{ content, where, columns }} mark={marks.get(where)} />}
        onUndo={undo}
        onRedo={redo}
      />
      <LineSums {...{ content, template, list, onStep }} />
    </section>
  )
}

function beneathTarget(content: FormContent, row: number, column: string) {
  return column === 'target' ? <TargetReading content={content} row={row} /> : null
}
