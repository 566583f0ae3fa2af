import { Button, Skeleton } from 'antd'
import { type ReactNode, useEffect, useState } from 'react'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { useWords } from '#desk/words/use-words.ts'
import './kit.css'

const WORDS = {
  loading: { zh: '正在读取…', en: 'Loading …' },
  retry: { zh: '重试', en: 'Try again' },
  number: { zh: '编号', en: 'Number' },
  stale: { zh: '数据停在 {at}', en: 'Data as of {at}' },
} as const

/** The states every block shares besides the normal one: what is there instead, and the way on. */
export type BlockState =
  | { readonly kind: 'loading'; readonly rows?: number }
  | { readonly kind: 'empty'; readonly title: string; readonly about?: string; readonly action?: ReactNode }
  | { readonly kind: 'error'; readonly problem: ProblemError; readonly retry?: () => void }
  | { readonly kind: 'stale'; readonly at: string }

const SKELETON_AFTER_MS = 150

export function StateBlock({ state }: { readonly state: BlockState }) {
  switch (state.kind) {
    case 'loading':
      return <Loading rows={state.rows ?? 6} />
    case 'empty':
      return (
        <div className="state-block">
          <p className="state-title">{state.title}</p>
          {state.about === undefined ? null : <p>{state.about}</p>}
          {state.action}
        </div>
      )
    case 'error':
      return <Failed problem={state.problem} retry={state.retry} />
    case 'stale':
      return <Stale at={state.at} />
  }
}

/** A skeleton only when waiting is long enough to be noticed. */
function Loading({ rows }: { readonly rows: number }) {
  const say = useWords(WORDS)
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), SKELETON_AFTER_MS)
    return () => clearTimeout(timer)
  }, [])
  return (
    <div role="status" className="state-loading">
      <span className="visually-hidden">{say('loading')}</span>
      {shown ? <Skeleton active title={false} paragraph={{ rows, width: '100%' }} /> : null}
    </div>
  )
}

type FailedProps = { readonly problem: ProblemError; readonly retry: (() => void) | undefined }

function Failed({ problem, retry }: FailedProps) {
  const say = useWords(WORDS)
  return (
    <div className="state-block" role="alert">
      <p className="state-title">{problem.detail}</p>
      {problem.requestId === null ? null : (
        <p className="small">
          {say('number')} <code>{problem.requestId}</code>
        </p>
      )}
      {retry === undefined ? null : <Button onClick={retry}>{say('retry')}</Button>}
    </div>
  )
}

function Stale({ at }: { readonly at: string }) {
  const say = useWords(WORDS)
  return (
    <p className="state-stale">
      <span aria-hidden>◷</span> {say('stale', { at })}
    </p>
  )
}
