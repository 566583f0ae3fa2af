import type { Context } from '#platform/context'
import { inTransaction, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import type { TakenSample } from '../save-samples.ts'
import { isSayable } from '../say-problem.ts'
import { findVantage } from './give-work.ts'
import { saveLooks } from './save-looks.ts'

type Brought = { readonly word: string; readonly answers: readonly TakenSample[] }

/** What a place found, as often as it brings it. */
export async function takeAnswers(context: Context, { word, answers }: Brought) {
  const { id, name } = (await read(context.db, (reader) => findVantage(reader, word))) ?? refuse('not-found')
  // They are shown to people later: what cannot be said then is refused now.
  if (!answers.every(({ isUp, problem }) => isSayable(problem) && isUp === (problem === ''))) {
    refuse('vantage-answers-unreadable', { name })
  }
  await inTransaction(context.db, (tx) => saveLooks(tx, { vantageId: id, now: context.now }, answers))
  return { taken: answers.length }
}
