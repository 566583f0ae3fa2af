import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import type { LightKind } from '#desk/kit/light.tsx'

export type ChangeListed = Awaited<ReturnType<typeof api.deskChanges.listChanges>>[number]
export type ChangeSeen = Awaited<ReturnType<typeof api.deskChanges.openChange>>

export const STATE_LIGHTS = {
  reviewing: 'watch',
  returned: 'bad',
  approved: 'good',
  rejected: 'bad',
  withdrawn: 'none',
  ended: 'none',
} as const satisfies Readonly<Record<ChangeListed['state'], LightKind>>

export const WINDOW_LIGHTS = {
  planned: 'good',
  'not-approved': 'not-started',
  'not-announced': 'watch',
  'too-late': 'bad',
  unused: 'none',
} as const satisfies Readonly<Record<ChangeListed['standing'], LightKind>>

/** A change as it is now takes the place of what was shown before, in every list. */
export async function showChanged(now: ChangeSeen): Promise<void> {
  queryClient.setQueryData(queries.deskChanges.openChange.queryKey({ input: { id: now.id } }), now)
  await queryClient.invalidateQueries({ queryKey: queries.deskChanges.listChanges.key() })
}
