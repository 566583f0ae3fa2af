import { useMatches } from '@tanstack/react-router'
import { usePart } from '#desk/kit/use-part.ts'
import { useMe } from './use-me.ts'

const bringSelects = () => import('./scope-selects.tsx').then(({ ScopeSelects }) => ScopeSelects)

/** The unit and the year the page shows; on a page without them, the unit the person works for. */
export function ScopeChoice() {
  const scope = useMatches({ select: (matches) => matches.at(-1)?.staticData.scope })
  const { person } = useMe()
  const ScopeSelects = usePart(bringSelects, scope !== undefined)
  if (scope === undefined || ScopeSelects === null) return <span className="unit">{person.unitName}</span>
  return <ScopeSelects own={person.unitId} isOfYear={scope === 'this-year'} />
}
