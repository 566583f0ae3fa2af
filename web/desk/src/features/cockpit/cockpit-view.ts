import type { api } from '#desk/api/client.ts'

export type Cockpit = Awaited<ReturnType<typeof api.cockpit.readCockpit>>
export type Scope = { readonly year: number; readonly unit: Cockpit['units'][number]['unitId'] | undefined }
