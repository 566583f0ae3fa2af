import { type ReactNode, useEffect } from 'react'
import './kit.css'

export type PageHeadProps = {
  /** The question the page answers; also names the browser tab. */
  readonly title: string
  readonly about?: ReactNode
  /** 正式表 and what else belongs to the whole page. */
  readonly tools?: ReactNode
  /** The one primary action, always top right (at the bottom on a phone). */
  readonly action?: ReactNode
}

export function PageHead({ title, about, tools, action }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · 实绩`
  }, [title])
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {about === undefined ? null : <span className="page-about">{about}</span>}
      {tools === undefined ? null : <span className="page-tools">{tools}</span>}
      {action === undefined ? null : <span className="page-action">{action}</span>}
    </header>
  )
}
