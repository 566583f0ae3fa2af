import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { InDrawer } from '#desk/shell/desk-drawer.tsx'
import { useLanguage, useWords } from '#desk/words/use-words.ts'
import { DuplicateList } from '../library/duplicate-list.tsx'
import { LibraryDrawer } from '../library/library-drawer.tsx'
import { FormHead } from '../sheet/form-head.tsx'
import { ConflictList } from './conflict-list.tsx'
import '../forms.css'
import './edit.css'
import { SendForReview } from '../approval/send-for-review.tsx'
import { type EditStep, placeOfStep } from './edit-history.ts'
import { FindingCounts } from './finding-counts.tsx'
import { FindingList } from './finding-list.tsx'
import { isSaved } from './form-desk.ts'
import { FormRoom } from './form-room.tsx'
import { formSheet, type RoomName, roomAt, roomsOf } from './form-sheet.ts'
import { SavedState } from './saved-state.tsx'
import { type Opened, useFormDesk } from './use-form-desk.ts'
import { useTemplate } from './use-template.ts'

const WORDS = {
  overview: { zh: '总体情况', en: 'Overview' },
  goals: { zh: '绩效目标', en: 'Goals' },
  composition: { zh: '项目构成', en: 'Composition' },
  safeguards: { zh: '制度保障', en: 'Safeguards' },
  rooms: { zh: '表的各部分', en: 'Parts of the form' },
  findings: { zh: '预审', en: 'Check' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  hide: { zh: '收起预审', en: 'Hide the check' },
  show: { zh: '展开预审', en: 'Show the check' },
  library: { zh: '指标库', en: 'Library' },
} as const

export function FormEditor(opened: Opened) {
  const { form } = opened
  const say = useWords(WORDS)
  const language = useLanguage()
  const navigate = useNavigate()
  const [desk, change] = useFormDesk(opened)
  const content = desk.edits.inView
  const template = useTemplate(content)
  const sheet = useMemo(() => formSheet({ template, content }, language), [template, content, language])
  const { room: asked, at, panel: askedPanel } = useSearch({ from: '/desk/projects/forms/$formId' })
  const [wanted, setWanted] = useState(at === undefined ? null : { where: at })
  const [panel, setPanel] = useState<Panel>(
    () => askedPanel ?? (window.innerWidth >= WIDE_ENOUGH_PX ? 'check' : 'none'),
  )
  const turnPanel = (to: Panel) => setPanel(panel === to ? 'none' : to)
  const rooms = roomsOf(sheet)
  const room = asked ?? (wanted === null ? 'overview' : roomAt(sheet, wanted.where))
  const marks = useMemo(
    () => new Map(desk.form.findings.toReversed().map((finding) => [finding.where, finding])),
    [desk.form.findings],
  )

  const show = (next: RoomName, where?: string) =>
    void navigate({
      to: '/projects/forms/$formId',
      params: { formId: form.id },
      search: { room: next, ...(where === undefined ? {} : { at: where }) },
      replace: true,
    })
  const jump = (where: string) => {
    show(roomAt(sheet, where), where)
    setWanted({ where })
  }
  // What is taken back or done again is shown, in whatever part of the form it stands.
  const turn = (kind: 'undo' | 'redo', turned: EditStep) => {
    change({ kind })
    const where = placeOfStep(turned)
    if (where !== null) jump(where)
  }
  const undo = () => turn('undo', desk.history.done.at(-1) ?? [])
  const redo = () => turn('redo', desk.history.undone.at(-1) ?? [])
  const onStep = (step: EditStep) => change({ kind: 'did', step })
  useFieldFocus(wanted, room)

  return (
    <>
      <FormHead
        form={desk.form}
        isSaved={isSaved(desk)}
        about={<SavedState {...{ desk, change }} />}
        action={
          desk.form.content.stage === 'declaration' ? (
            <SendForReview form={desk.form} isSaved={isSaved(desk)} />
          ) : undefined
        }
      />
      <ConflictList {...{ desk, sheet, change, jump }} />
      <nav className="room-tabs" aria-label={say('rooms')}>
        {rooms.map((name) => (
          <Link
            key={name}
            to="/projects/forms/$formId"
            params={{ formId: form.id }}
            search={{ room: name }}
            aria-current={name === room ? 'page' : undefined}
            replace
          >
            {say(name)}
          </Link>
        ))}
        <span className="grow" />
        <Button type="text" disabled={desk.history.done.length === 0} onClick={undo} title="Ctrl Z">
          {say('undo')}
        </Button>
        <Button type="text" disabled={desk.history.undone.length === 0} onClick={redo} title="Ctrl Y">
          {say('redo')}
        </Button>
        {room === 'goals' ? (
          <Button type="text" aria-expanded={panel === 'library'} onClick={() => turnPanel('library')}>
            {say('library')}
          </Button>
        ) : null}
        <Button type="text" aria-expanded={panel === 'check'} onClick={() => turnPanel('check')}>
          {say(panel === 'check' ? 'hide' : 'show')} <FindingCounts findings={desk.form.findings} />
        </Button>
      </nav>
      <FormRoom key={room} {...{ room, sheet, content, template, marks, wanted, change, undo, redo }} />
      {panel === 'check' ? (
        <InDrawer title={say('findings')}>
          <FindingList findings={desk.form.findings} {...{ sheet, jump }} isCurrent={isSaved(desk)} />
          <DuplicateList form={desk.form} {...{ jump, onStep }} />
        </InDrawer>
      ) : null}
      {panel === 'library' && room === 'goals' ? (
        <InDrawer title={say('library')}>
          <LibraryDrawer form={desk.form} {...{ content, onStep }} />
        </InDrawer>
      ) : null}
    </>
  )
}

/** What stands in the drawer. */
type Panel = 'none' | 'check' | 'library'

const WIDE_ENOUGH_PX = 1200

/** Cells of grids are found by their grid; every other place is a field of its own. */
function useFieldFocus(wanted: { readonly where: string } | null, room: RoomName): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field exists once its part is shown
  useEffect(() => {
    if (wanted !== null) document.getElementById(`cell-${wanted.where}`)?.focus()
  }, [wanted, room])
}
