import { CaseActs } from './case-acts.tsx'
import { CaseHistory } from './case-history.tsx'
import type { CaseSeen } from './case-view.ts'
import './flow.css'
import { useOpening } from './use-opening.ts'

type CasePanelProps = { readonly seen: CaseSeen; readonly onActed: () => void }

/** Where a case stands, who is next, what was said, and what the one who looks may do. */
export function CasePanel({ seen, onActed }: CasePanelProps) {
  const isOpening = useOpening(seen)
  return (
    <>
      <CaseActs {...{ seen, onActed, isOpening }} />
      <CaseHistory seen={seen} />
    </>
  )
}
