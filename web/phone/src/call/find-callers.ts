import { useEffect, useState } from 'react'
import { api } from '../api/client.ts'
import { useAsked } from '../kept/use-asked.ts'

export type Caller = {
  readonly id: string
  readonly name: string
  readonly unit: { readonly id: string; readonly name: string }
}

const SHOWN = 4
const FRESH_MS = 12 * 3_600_000
/** So long nobody types on before the server is asked. */
const PAUSE_MS = 300

/** Who may be meant by what was typed: from the list on the phone at once, from the server when it knows nobody. */
export function useCallers(typed: string): readonly Caller[] {
  const list = useAsked('callers', () => api.deskCallers.listCallers({}), { freshForMs: FRESH_MS })
  const wanted = fold(typed)
  const near = (list.data ?? []).filter(({ sought }) => sought.includes(wanted)).slice(0, SHOWN)
  const far = useFar(near.length === 0 ? typed.trim() : '')
  return near.length === 0 ? far : near
}

/** Every unit somebody of the list belongs to. */
export function useUnits(): readonly Caller['unit'][] {
  const list = useAsked('callers', () => api.deskCallers.listCallers({}), { freshForMs: FRESH_MS })
  const units = new Map((list.data ?? []).map(({ unit }) => [unit.id as string, unit]))
  return [...units.values()].sort((one, other) => one.name.localeCompare(other.name, 'zh'))
}

function useFar(search: string): readonly Caller[] {
  const [found, setFound] = useState<{ search: string; callers: readonly Caller[] }>({ search: '', callers: [] })
  useEffect(() => {
    if (search === '') return undefined
    const timer = setTimeout(() => {
      // Without a network there is nobody else to ask; a name can be written down.
      api.desk.findCallers({ search }).then(
        (callers) => setFound({ search, callers: callers.slice(0, SHOWN) }),
        () => undefined,
      )
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [search])
  return found.search === search ? found.callers : []
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
