import type { api } from '#desk/api/client.ts'

export type ChannelRow = Awaited<ReturnType<typeof api.inbox.listChannels>>[number]
