import { useQueryClient } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'

/** A tick moves the row as well. */
export function useRefresh() {
  const client = useQueryClient()
  return async () => {
    await client.invalidateQueries({ queryKey: queries.checklists.key() })
    await client.invalidateQueries({ queryKey: queries.evidenceRows.key() })
  }
}
