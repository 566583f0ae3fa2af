import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'
import { slowDown } from '../clocks/slow-down.ts'
import { questionPage } from './question-page.ts'
import { findQuestion } from './satisfaction-store.ts'

export async function showQuestion(context: Context, { code }: { code: string }) {
  await slowDown(context)
  const { language, now } = context
  if (isBarred(context)) return questionPage({ kind: 'barred' }, language)
  const question = await read(context.db, (reader) => findQuestion(reader, code))
  if (question === undefined || Temporal.Instant.compare(question.expiresAt, now) < 0)
    return questionPage({ kind: 'gone' }, language)
  if (question.answeredAt !== null) return questionPage({ kind: 'before' }, language)
  const { number, what } = question
  return questionPage({ kind: 'question', number, what }, language)
}

/** Whoever is signed in to work at a desk does not answer for the caller. */
export function isBarred({ actor }: Context): boolean {
  return actor.kind === 'person' && actor.permissions.has('desk.work')
}
