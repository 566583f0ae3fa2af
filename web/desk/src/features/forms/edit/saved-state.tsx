import { Button } from 'antd'
import type { Dispatch } from 'react'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { type DeskAction, type FormDesk, isSaved } from './form-desk.ts'

const WORDS = {
  saved: { zh: '✓ 已保存 {at} · 第 {version} 版', en: '✓ Saved {at} · version {version}' },
  calibre: {
    zh: '最近一次保存：{by}。改动自动保存，每次保存加一版。',
    en: 'Last saved by {by}. Changes save themselves; each adds a version.',
  },
  saving: { zh: '… 正在保存', en: '… Saving' },
  offline: {
    zh: '! 连不上服务器，{count} 处修改已存在本机，恢复后自动保存',
    en: '! The server cannot be reached; {count} changes are kept in this browser and will be saved by themselves',
  },
  refused: { zh: '✕ {sentence}', en: '✕ {sentence}' },
  again: { zh: '再试', en: 'Try again' },
  drop: { zh: '放弃未保存的 {count} 处修改', en: 'Drop {count} unsaved changes' },
} as const

type SavedStateProps = { readonly desk: FormDesk; readonly change: Dispatch<DeskAction> }

/** Whether what is on the page is safe, in words, always at the same place. */
export function SavedState({ desk, change }: SavedStateProps) {
  const say = useWords(WORDS)
  const { saving, edits, form } = desk
  const count = edits.sent.length + edits.waiting.length
  if (saving.kind === 'refused') {
    return (
      <span className="saved-state severity-error" role="alert">
        {say('refused', { sentence: saving.problem.detail })}{' '}
        <Button size="small" onClick={() => change({ kind: 'again' })}>
          {say('again')}
        </Button>{' '}
        <Button size="small" onClick={() => change({ kind: 'dropped' })}>
          {say('drop', { count })}
        </Button>
      </span>
    )
  }
  if (saving.kind === 'offline') {
    return (
      <span className="saved-state saved-offline" aria-live="polite">
        {say('offline', { count })}
      </span>
    )
  }
  if (!isSaved(desk)) {
    return (
      <span className="saved-state" aria-live="polite">
        {say('saving')}
      </span>
    )
  }
  return (
    <span className="saved-state" aria-live="polite" title={say('calibre', { by: form.savedBy })}>
      {say('saved', { at: formatMoment(form.savedAt), version: form.version })}
    </span>
  )
}
