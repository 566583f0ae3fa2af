import { TicketId } from '@shiji/contract/desk'
import type { ArticleId, Audience } from '@shiji/contract/desk-articles'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { ticketVisibleTo } from '../tickets/ticket-visible-to.ts'
import { articleRows, type RawArticle, showArticle } from './article-store.ts'

const TICKETS_SHOWN = 20

export async function openArticle(context: Context, { id }: { id: ArticleId }) {
  requirePermission(context, 'desk.read')
  const { actor } = context
  return read(context.db, async (reader) => {
    const row =
      (await articleRows(reader, actor).where('article.id', '=', id).executeTakeFirst()) ?? refuse('not-found')
    const mayWrite = row.isOwn && actor.permissions.has('desk.work')
    const versions = await versionsOf(reader, id)
    return {
      ...showArticle(row, context),
      symptoms: row.symptoms,
      remedy: row.remedy,
      unit: row.unitName,
      withdrawnBecause: row.withdrawnBecause,
      versions: versions.filter(({ confirmedAt }) => mayWrite || confirmedAt !== null).map(showVersion),
      draft: mayWrite ? draftOf(versions, context) : null,
      tickets: await ticketsOf(reader, context, id),
      source: mayWrite ? await sourceOf(reader, row) : null,
      mayWrite: mayWrite && row.withdrawnAt === null,
    }
  })
}

function versionsOf(reader: Reader, articleId: string) {
  return reader
    .selectFrom('deskArticleVersion as text')
    .innerJoin('directoryPerson as writer', 'writer.id', 'text.writtenBy')
    .leftJoin('directoryPerson as second', 'second.id', 'text.confirmedBy')
    .selectAll('text')
    .select(['writer.name as writerName', 'second.name as secondName'])
    .where('text.articleId', '=', articleId)
    .orderBy('text.version', 'desc')
    .execute()
}

type Version = Awaited<ReturnType<typeof versionsOf>>[number]

function showVersion({ version, writerName, writtenAt, secondName, confirmedAt }: Version) {
  const confirmed = { confirmedBy: secondName, confirmedAt: confirmedAt?.toString() ?? null }
  return { version, writtenBy: writerName, writtenAt: writtenAt.toString(), ...confirmed }
}

function draftOf([last]: readonly Version[], { actor }: PersonContext) {
  if (last === undefined || last.confirmedAt !== null) return null
  const { title, service, audience, symptoms, remedy, validUntil, version, writerName, writtenBy } = last
  const text = { title, service, audience: audience as Audience, symptoms, remedy, validUntil }
  return { ...text, version, writtenBy: writerName, isMine: writtenBy === actor.personId }
}

/** Of the tickets it was used for only those the reader may see. */
async function ticketsOf(reader: Reader, { actor }: PersonContext, articleId: string) {
  const rows = await reader
    .selectFrom('deskArticleUse as used')
    .innerJoin('deskTicket as ticket', 'ticket.id', 'used.ticketId')
    .innerJoin('directoryUnit as unit', 'unit.id', 'ticket.unitId')
    .select(['ticket.id', 'ticket.number', 'ticket.what', 'used.helped'])
    .where('used.articleId', '=', articleId)
    .where(ticketVisibleTo(actor))
    .orderBy('used.usedAt', 'desc')
    .limit(TICKETS_SHOWN)
    .execute()
  return rows.map((row) => ({ ...row, id: TicketId.parse(row.id) }))
}

async function sourceOf(reader: Reader, { ticketId, problemId }: RawArticle) {
  if (problemId !== null) {
    const found = await reader.selectFrom('deskProblem').select('number').where('id', '=', problemId).executeTakeFirst()
    return found === undefined ? null : { kind: 'problem' as const, id: problemId, number: found.number }
  }
  if (ticketId === null) return null
  const found = await reader.selectFrom('deskTicket').select('number').where('id', '=', ticketId).executeTakeFirst()
  return found === undefined ? null : { kind: 'ticket' as const, id: ticketId, number: found.number }
}
