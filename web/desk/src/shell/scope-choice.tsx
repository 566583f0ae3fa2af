import { useMatches } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useMe } from './use-me.ts'

const ScopeSelects = lazy(() => import('./scope-selects.tsx').then((loaded) => ({ default: loaded.ScopeSelects })))

/** The unit and the year the page shows; on a page without them, the unit the person works for. */
export function ScopeChoice() {
  const scope = useMatches({ select: (matches) => matches.at(-1)?.staticData.scope })
  const { person } = useMe()
  const own = <span className="unit">{person.unitName}</span>
  if (scope === undefined) return own
  return (
    <Suspense fallback={own}>
      <ScopeSelects own={person.unitId} isOfYear={scope === 'this-year'} />
    </Suspense>
  )
}
