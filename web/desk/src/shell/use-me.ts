import { useSuspenseQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'

/** Who is signed in; on pages below `deskRoute` the answer is always at hand. */
export function useMe() {
  return useSuspenseQuery(queries.directory.whoAmI.queryOptions()).data
}

export function useMay(permission: string): boolean {
  return useMe().permissions.includes(permission)
}
