import { ArticleId, type Audience } from '@shiji/contract/desk-articles'
import { stateOfArticle } from '@shiji/kernel/article/article-state'
import { sql } from 'kysely'
import type { Actor, PersonContext } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'

/**
 * Articles of the own unit, of those above, below, and of the team that serves it: the text that is published, for those
 * it is for; whoever works in the unit that wrote it sees its first draft too. The text goes by `text`.
 */
export function articlesSeenBy(reader: Reader, actor: Actor) {
  const mayWork = actor.kind === 'person' && actor.permissions.has('desk.work')
  return reader
    .selectFrom('deskArticle as article')
    .innerJoin('directoryUnit as unit', 'unit.id', 'article.unitId')
    .innerJoin('directoryPerson as owner', 'owner.id', 'article.ownerId')
    .innerJoin('deskArticleVersion as text', (join) =>
      join
        .onRef('text.articleId', '=', 'article.id')
        .on(sql<boolean>`text.version = coalesce(article.published_version, 1)`),
    )
    .where(
      sql<boolean>`((article.published_version is not null and ${isNear(actor)} and (text.audience = 'everybody' or ${mayWork}))
        or (${mayWork} and ${isOwn(actor)}))`,
    )
}

/** Whether the actor works in the unit that wrote it, or above. */
export function isOwn(actor: Actor) {
  const own = actor.kind === 'person' ? actor.unitId : null
  return sql<boolean>`coalesce(unit.ancestors @> array[${own}]::uuid[], false)`
}

function isNear(actor: Actor) {
  const own = actor.kind === 'person' ? actor.unitId : null
  return sql<boolean>`(${isOwn(actor)} or exists (
    select 1 from directory_unit mine where mine.id = ${own} and (mine.ancestors @> array[article.unit_id] or exists (
      select 1 from desk_team team where team.team_id = article.unit_id and team.unit_id = any(mine.ancestors)))))`
}

export function articleRows(reader: Reader, actor: Actor) {
  return articlesSeenBy(reader, actor).select([
    'article.id',
    'article.number',
    'article.publishedVersion',
    'article.withdrawnAt',
    'article.withdrawnBecause',
    'text.version',
    'text.title',
    'text.service',
    'text.audience',
    'text.symptoms',
    'text.remedy',
    'text.ticketId',
    'text.problemId',
    'text.validUntil',
    'unit.name as unitName',
    'owner.name as ownerName',
    isOwn(actor).as('isOwn'),
    sql<boolean>`exists (select 1 from desk_article_version draft
      where draft.article_id = article.id and draft.confirmed_at is null)`.as('waits'),
    ...countColumns,
  ])
}

/** How often it was used, helped and did not. */
export const countColumns = [
  sql<number>`(select count(*)::int from desk_article_use used where used.article_id = article.id)`.as('uses'),
  sql<number>`(select count(*)::int from desk_article_use used where used.article_id = article.id and used.helped)`.as(
    'helped',
  ),
  sql<number>`(select count(*)::int from desk_article_use used where used.article_id = article.id and not used.helped)`.as(
    'notHelped',
  ),
] as const

export type RawArticle = Awaited<ReturnType<ReturnType<typeof articleRows>['executeTakeFirstOrThrow']>>

export function showArticle(row: RawArticle, { now }: Pick<PersonContext, 'now'>) {
  const { id, number, title, service, audience, version, validUntil, ownerName, uses, helped, notHelped } = row
  const { publishedVersion, withdrawnAt } = row
  const today = officeDay(now).toString()
  const state = stateOfArticle({ publishedVersion, validUntil, isWithdrawn: withdrawnAt !== null }, today)
  const shown = { id: ArticleId.parse(id), number, title, service, audience: audience as Audience, state, version }
  const waits = row.waits && row.isOwn && withdrawnAt === null
  return { ...shown, waits, validUntil, owner: ownerName, uses, helped, notHelped }
}

/** The article, locked for a change, if the actor works in the unit that wrote it. */
export function lockArticle(tx: Tx, actor: Actor, id: string) {
  return tx
    .selectFrom('deskArticle as article')
    .innerJoin('directoryUnit as unit', 'unit.id', 'article.unitId')
    .select(['article.id', 'article.number', 'article.publishedVersion', 'article.withdrawnAt'])
    .where('article.id', '=', id)
    .where(isOwn(actor))
    .forUpdate(['article'])
    .executeTakeFirst()
}

/** The newest text, whether published or not. */
export function findLastVersion(reader: Reader, articleId: string) {
  return reader
    .selectFrom('deskArticleVersion')
    .selectAll()
    .where('articleId', '=', articleId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
}
