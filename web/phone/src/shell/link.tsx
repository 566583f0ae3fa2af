import type { MouseEvent, ReactNode } from 'react'
import { go } from './path.ts'

type LinkProps = {
  readonly to: string
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly isCurrent?: boolean
  /** Runs at the tap itself, before the page turns. */
  readonly onTap?: () => void
}

export function Link({ to, children, className, isCurrent = false, onTap }: LinkProps) {
  const follow = (event: MouseEvent) => {
    const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0
    if (isElsewhere) return
    event.preventDefault()
    onTap?.()
    go(to)
  }
  return (
    <a href={`/m${to}`} className={className} aria-current={isCurrent ? 'page' : undefined} onClick={follow}>
      {children}
    </a>
  )
}
