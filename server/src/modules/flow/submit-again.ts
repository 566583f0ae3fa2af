import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { lockCase } from './load-case.ts'
import { takeStep } from './take-step.ts'

/** For the module whose record it is: a case that came back to its starter goes on, as if submitted from its page. */
export async function submitAgain(tx: Tx, context: PersonContext, caseId: string): Promise<void> {
  const saved = (await lockCase(tx, context, caseId)) ?? refuse('not-found')
  const waiting = saved.state.tasks.find(({ kind, state }) => kind === 'submit' && state === 'open')
  if (waiting === undefined) refuse('already-on-its-way')
  const { number: task, version } = waiting
  await takeStep(tx, context, { id: caseId, act: { verb: 'submit', task, version, opinion: '', choices: {} } })
}
