import type { Lifecycle } from '../lifecycle.ts'

/** 草稿 · 已发布 · 过期待复核 · 已停用. */
type ArticleState = 'draft' | 'published' | 'stale' | 'withdrawn'

/** Stale is published past its day; a new confirmation makes it good again. */
export const ARTICLE: Lifecycle<ArticleState> = {
  draft: ['published', 'withdrawn'],
  published: ['stale', 'withdrawn'],
  stale: ['published', 'withdrawn'],
  withdrawn: [],
}

type Article = {
  readonly publishedVersion: number | null
  /** The last day on which it is proposed. */
  readonly validUntil: string
  readonly isWithdrawn: boolean
}

export function stateOfArticle({ publishedVersion, validUntil, isWithdrawn }: Article, today: string): ArticleState {
  if (isWithdrawn) return 'withdrawn'
  if (publishedVersion === null) return 'draft'
  return validUntil < today ? 'stale' : 'published'
}
