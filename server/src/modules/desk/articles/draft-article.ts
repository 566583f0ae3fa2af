import type { TicketId } from '@shiji/contract/desk'
import type { ArticleText } from '@shiji/contract/desk-articles'
import type { ProblemId } from '@shiji/contract/desk-problem-id'
import type { Entry } from '@shiji/kernel/ticket/say-entry'
import { type Context, type PersonContext, requirePermission } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { DESK_RULES, nameOfCause } from '../desk-rules.ts'
import { problemsSeenBy } from '../problems/problem-store.ts'
import { listEntries } from '../tickets/event-store.ts'
import { findTicketRow } from '../tickets/ticket-rows.ts'

type From = { readonly ticketId: TicketId | null; readonly problemId: ProblemId | null }

const LONGEST_TITLE = 120

/** What is known of how it was settled, as the beginning of an article; an empty page without a ticket or problem. */
export async function draftArticle(context: Context, { ticketId, problemId }: From): Promise<ArticleText> {
  requirePermission(context, 'desk.work')
  const validUntil = officeDay(context.now).add({ years: 1 }).toString()
  const empty = { title: '', service: DESK_RULES.services[0]?.key ?? '', audience: 'team', validUntil } as const
  const known = await read(context.db, (reader) => {
    if (problemId !== null) return fromProblem(reader, context, problemId)
    return ticketId === null ? Promise.resolve({}) : fromTicket(reader, context, ticketId)
  })
  return { ...empty, symptoms: '', remedy: '', ...known }
}

async function fromTicket(reader: Reader, { actor, language }: PersonContext, id: TicketId) {
  const ticket = (await findTicketRow(reader, actor, id)) ?? refuse('not-found')
  if (ticket.state !== 'resolved' && ticket.state !== 'closed') refuse('not-settled')
  const said = (await listEntries(reader, { ticketId: id })).map(({ detail }) => detail as Entry)
  const done = said.flatMap((entry) =>
    entry.kind === 'deed' && entry.deed.kind === 'resolve' ? [entry.deed.note] : [],
  )
  const cause = ticket.cause === null ? [] : [`原因：${nameOfCause(ticket.cause, language)}`]
  const { what, service } = ticket
  return { title: titleOf(what), service, symptoms: what, remedy: [...cause, ...done.slice(-1)].join('\n') }
}

async function fromProblem(reader: Reader, { actor }: PersonContext, id: ProblemId) {
  const problem = await problemsSeenBy(reader, actor).where('problem.id', '=', id).executeTakeFirst()
  if (problem === undefined) return refuse('not-found')
  const { title, service, cause, workaround, closing } = problem
  const lines = [
    ...(cause === '' ? [] : [`原因：${cause}`]),
    ...(workaround === '' ? [] : [`绕行：${workaround}`]),
    ...(closing === '' ? [] : [`解决：${closing}`]),
  ]
  return { title: titleOf(title), service, symptoms: title, remedy: lines.join('\n') }
}

function titleOf(text: string): string {
  return [...text].slice(0, LONGEST_TITLE).join('')
}
