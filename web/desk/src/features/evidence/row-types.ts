import type { api } from '#desk/api/client.ts'
import type { LightKind } from '#desk/kit/light.tsx'

export type Board = Awaited<ReturnType<typeof api.evidenceRows.readBoard>>
export type BoardDeclaration = Board['declarations'][number]
export type EvidenceRow = BoardDeclaration['rows'][number]
export type RowDetail = Awaited<ReturnType<typeof api.evidenceRows.readRow>>
export type Reading = NonNullable<EvidenceRow['reading']>

const LIGHTS = { fine: 'good', watch: 'watch', alarm: 'bad', 'not-begun': 'not-started' } as const

export function lightOf({ light }: EvidenceRow): LightKind {
  return light === null ? 'none' : LIGHTS[light]
}

export const SIGNS = { ge: '≥', gt: '>', le: '≤', lt: '<', eq: '=' } as const

export function isUpper({ bound }: EvidenceRow): boolean {
  return bound?.operator === 'le' || bound?.operator === 'lt'
}
