import { z } from 'zod'
import { TicketId } from './desk.ts'
import { ProblemId } from './desk-problem-id.ts'
import { endpoint } from './endpoint.ts'

/** 知识库: what helped before, proposed while a call is logged and while it is worked on. */

export const ArticleId = z.uuid().brand<'ArticleId'>()
export type ArticleId = z.infer<typeof ArticleId>

/** 运维人员 · 所有人. */
export const Audience = z.enum(['team', 'everybody'])
export type Audience = z.infer<typeof Audience>

const instant = z.iso.datetime()
const day = z.iso.date()
const Counts = { uses: z.int(), helped: z.int(), notHelped: z.int() }

const Text = {
  title: z.string().trim().min(1).max(120),
  service: z.string().min(1).max(40),
  audience: Audience,
  /** How it shows: what callers say of it. */
  symptoms: z.string().trim().max(2_000),
  /** What to do, step by step. */
  remedy: z.string().trim().min(1).max(10_000),
  /** The last day on which it is proposed without somebody looking at it again. */
  validUntil: day,
}
export const ArticleText = z.object(Text)
export type ArticleText = z.infer<typeof ArticleText>

const ArticleRow = z.object({
  id: ArticleId,
  number: z.string(),
  title: z.string(),
  service: z.string(),
  audience: Audience,
  state: z.enum(['draft', 'published', 'stale', 'withdrawn']),
  /** Of the text that is shown. */
  version: z.int(),
  /** A newer text waits for a second person. */
  waits: z.boolean(),
  validUntil: day,
  owner: z.string(),
  ...Counts,
})

export const Article = ArticleRow.extend({
  symptoms: z.string(),
  remedy: z.string(),
  unit: z.string(),
  withdrawnBecause: z.string(),
  versions: z.array(
    z.object({
      version: z.int(),
      writtenBy: z.string(),
      writtenAt: instant,
      confirmedBy: z.string().nullable(),
      confirmedAt: instant.nullable(),
    }),
  ),
  /** The text that waits for a second person; null when none does, or the reader may not see it. */
  draft: ArticleText.extend({ version: z.int(), writtenBy: z.string(), isMine: z.boolean() }).nullable(),
  tickets: z.array(z.object({ id: TicketId, number: z.string(), what: z.string(), helped: z.boolean().nullable() })),
  source: z.object({ kind: z.enum(['ticket', 'problem']), id: z.uuid(), number: z.string() }).nullable(),
  mayWrite: z.boolean(),
})

const ArticleProposal = z.object({
  id: ArticleId,
  number: z.string(),
  title: z.string(),
  remedy: z.string(),
  helped: z.int(),
  notHelped: z.int(),
})

const ArticleUse = ArticleProposal.extend({ verdict: z.boolean().nullable() })

const access = { permission: 'desk.read' } as const
const work = { permission: 'desk.work' } as const
const From = { ticketId: TicketId.nullable().default(null), problemId: ProblemId.nullable().default(null) }

export const deskArticles = {
  listArticles: endpoint({
    method: 'GET',
    path: '/desk/articles',
    summary: 'Articles one may read, the most helpful first; drafts for those of the unit that writes them',
    access,
    refuses: [],
  })
    .input(
      z.object({
        search: z.string().max(50).default(''),
        service: z.string().max(40).optional(),
        state: z.enum(['published', 'waiting', 'stale', 'all']).default('published'),
      }),
    )
    .output(z.array(ArticleRow)),
  openArticle: endpoint({
    method: 'GET',
    path: '/desk/articles/{id}',
    summary: 'An article with its versions and the tickets it was used for',
    access,
    refuses: ['not-found'],
  })
    .input(z.object({ id: ArticleId }))
    .output(Article),
  draftArticle: endpoint({
    method: 'GET',
    path: '/desk/article-drafts',
    summary: 'What an article made from a finished ticket or a problem would say; nothing is saved',
    access: work,
    refuses: ['not-found', 'not-settled'],
  })
    .input(z.object(From))
    .output(ArticleText.extend({ title: z.string(), remedy: z.string() })),
  writeArticle: endpoint({
    method: 'POST',
    path: '/desk/articles',
    summary: 'Write an article; it is a draft until a second person confirms it',
    access: work,
    refuses: ['not-found', 'service-not-offered', 'article-day-past'],
  })
    .input(z.object({ ...Text, ...From }))
    .output(z.object({ id: ArticleId })),
  changeArticle: endpoint({
    method: 'PUT',
    path: '/desk/articles/{id}',
    summary: 'Write its next text; the published one stays until the new one is confirmed',
    access: work,
    refuses: ['not-found', 'service-not-offered', 'article-day-past', 'article-withdrawn', 'changed-meanwhile'],
  })
    .input(z.object({ id: ArticleId, ...Text, version: z.int() }))
    .output(z.object({})),
  confirmArticle: endpoint({
    method: 'POST',
    path: '/desk/articles/{id}/confirmation',
    summary: 'Publish the draft of somebody else',
    access: work,
    refuses: ['not-found', 'article-withdrawn', 'article-no-draft', 'second-person-needed', 'changed-meanwhile'],
  })
    .input(z.object({ id: ArticleId, version: z.int() }))
    .output(z.object({})),
  withdrawArticle: endpoint({
    method: 'POST',
    path: '/desk/articles/{id}/withdrawal',
    summary: 'Take an article out of use, with the reason',
    access: work,
    refuses: ['not-found', 'article-withdrawn'],
  })
    .input(z.object({ id: ArticleId, reason: z.string().trim().min(1).max(500) }))
    .output(z.object({})),
  proposeArticles: endpoint({
    method: 'GET',
    path: '/desk/article-proposals',
    summary: 'Articles that speak of the same words or the same service, the likeliest first',
    access,
    refuses: [],
  })
    .input(z.object({ service: z.string().max(40), words: z.string().max(500).default('') }))
    .output(z.array(ArticleProposal)),
  listArticleUses: endpoint({
    method: 'GET',
    path: '/desk/tickets/{id}/articles',
    summary: 'The articles used for a ticket',
    access,
    refuses: ['not-found'],
  })
    .input(z.object({ id: TicketId }))
    .output(z.array(ArticleUse)),
  useArticle: endpoint({
    method: 'POST',
    path: '/desk/tickets/{id}/articles',
    summary: 'Say that an article was used for a ticket, and whether it helped; said again it is said anew',
    access: work,
    refuses: ['not-found'],
  })
    .input(z.object({ id: TicketId, articleId: ArticleId, helped: z.boolean().nullable() }))
    .output(z.object({})),
}
