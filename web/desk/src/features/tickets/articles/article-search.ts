import { z } from 'zod'

export const ARTICLE_STATES = ['published', 'waiting', 'stale', 'all'] as const

export const ArticleSearch = z.object({
  state: z.enum(ARTICLE_STATES).optional().catch(undefined),
  service: z.string().optional().catch(undefined),
})

/** What an article begins with. */
export const ArticleFrom = z.object({
  ticketId: z.uuid().optional().catch(undefined),
  problemId: z.uuid().optional().catch(undefined),
})
