import type { QueryClient } from '@tanstack/react-query'
import { redirect } from '@tanstack/react-router'
import { queries } from '#desk/api/client.ts'
import { thisYear } from '#desk/kit/this-year.ts'

type Entering = {
  readonly context: { readonly queryClient: QueryClient }
  readonly search: { readonly year?: number | undefined }
  readonly location: { readonly pathname: string }
}

/** A page about promises in force, asked for without a year, opens on the newest year that has some. */
export async function enterWorkingYear({ context, search, location }: Entering): Promise<void> {
  if (search.year !== undefined) return
  const asked = queries.cockpit.findWorkingYear.queryOptions({ staleTime: FRESH_MS })
  // Whoever may not ask, or cannot reach the server, is told so by the page itself.
  const found = await context.queryClient.ensureQueryData(asked).catch(() => null)
  const year = found?.year ?? thisYear()
  if (year !== thisYear()) throw redirect({ to: location.pathname, search: { ...search, year }, replace: true })
}

const FRESH_MS = 60_000
