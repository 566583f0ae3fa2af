import type { ReactNode } from 'react'
import './contracts.css'

type ContractSectionProps = {
  readonly title: string
  readonly action?: ReactNode
  /** Said when there is nothing yet. */
  readonly none: string
  readonly isEmpty: boolean
  readonly children: ReactNode
}

export function ContractSection({ title, action, none, isEmpty, children }: ContractSectionProps) {
  return (
    <section className="card" aria-label={title}>
      <div className="contract-head">
        <h2>{title}</h2>
        {action}
      </div>
      {isEmpty ? <p className="contract-empty">{none}</p> : children}
    </section>
  )
}
