import { useEffect, useState } from 'react'
import { api } from '../api/client.ts'
import { asProblem } from '../api/problem-error.ts'
import { useLanguage } from '../words/use-words.ts'

export type StockItem = Awaited<ReturnType<typeof api.stock.listStock>>['items'][number]

const SHOWN = 6
/** So long nobody types on before the server is asked. */
const PAUSE_MS = 300

type Found = { readonly search: string; readonly items: readonly StockItem[] | null; readonly isAway: boolean }

/** What the store has of what was typed; null while that is not known. Never from memory: how many there are changes. */
export function useStock(typed: string): Omit<Found, 'search'> {
  const language = useLanguage()
  const search = typed.trim()
  const [found, setFound] = useState<Found>({ search: '', items: null, isAway: false })
  useEffect(() => {
    if (search === '') return undefined
    const timer = setTimeout(() => {
      api.stock.listStock({ search }).then(
        ({ items }) => {
          const there = items.filter(({ onHand }) => onHand !== '0').slice(0, SHOWN)
          setFound({ search, items: there, isAway: false })
        },
        (error) => setFound({ search, items: null, isAway: asProblem(error, language).code === 'unreachable' }),
      )
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [search, language])
  return found.search === search ? found : { items: null, isAway: false }
}
