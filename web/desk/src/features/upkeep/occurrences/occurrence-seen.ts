import type { api } from '#desk/api/client.ts'

export type OccurrenceSeen = Awaited<ReturnType<typeof api.upkeep.openOccurrence>>
export type RoundSeen = Awaited<ReturnType<typeof api.upkeepRounds.openRound>>
