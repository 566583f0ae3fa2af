import type { Act } from '@shiji/contract/flow'
import { act } from '@shiji/kernel/flow/act'
import type { Actor, Circumstances, FlowAction } from '@shiji/kernel/flow/flow-action'
import type { Deadline } from '@shiji/kernel/flow/flow-definition'
import type { FlowChanges } from '@shiji/kernel/flow/flow-draft'
import { type FlowGraph, nodeOf } from '@shiji/kernel/flow/flow-graph'
import { FLOW_REFUSALS, type FlowRefusal } from '@shiji/kernel/flow/flow-refusal'
import type { Deputy } from '@shiji/kernel/flow/flow-state'
import type { Result } from '@shiji/kernel/result'
import { say } from '@shiji/kernel/wording'
import type { PersonContext } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { dueAfter } from './due-after.ts'
import { findPeopleOf } from './find-people.ts'
import { FLOW_STEPPED, type FlowStepped } from './flow-events.ts'
import { graphAt } from './flow-graphs.ts'
import { lockCase, type SavedCase, saveChanges } from './flow-store.ts'
import { mayReadCase } from './may-read-case.ts'
import { nameNodes, namePeople } from './names.ts'

/** One act of a person upon a case, inside a transaction of the caller: rows, sentences, ledger and subject together. */
export async function takeStep(tx: Tx, context: PersonContext, { id, act: asked }: { id: string; act: Act }) {
  const { actor } = context
  const saved = (await lockCase(tx, id)) ?? refuse('not-found')
  if (!(await mayReadCase(tx, context, saved))) refuse('not-found')
  const graph = await graphAt(tx, saved.state.case)
  const who: Actor = { kind: 'person', person: actor.personId, isAdministrator: actor.permissions.has('flow.manage') }
  const about = { graph, unitId: saved.subject.unitId, fields: saved.fields }
  const action = asked as FlowAction
  const changes = await decide(tx, context, about, (circumstances) =>
    act({ graph, state: saved.state, actor: who, action, circumstances }),
  )
  await saveChanges(tx, changes, context.now)
  const { verb, opinion } = asked
  const { kind, id: subjectId } = saved.subject
  const task = 'task' in asked ? asked.task : null
  await recordInLedger(tx, context, { did: `flow.${verb}`, caseId: id, task, subject: kind, subjectId, opinion })
  const outcome = outcomeOf(saved, changes, asked)
  if (outcome === null) return
  const desk = deskOf(graph, saved, asked)
  await tell(tx, context, FLOW_STEPPED, { subject: { kind, id: subjectId }, outcome, opinion, desk })
}

type About = { readonly graph: FlowGraph; readonly unitId: string; readonly fields: Circumstances['fields'] }

/** Asks the engine, looks up the people it lacks, and asks again; a refusal is said in the caller's words. */
export async function decide(
  reader: Reader,
  context: PersonContext,
  { graph, unitId, fields }: About,
  ask: (circumstances: Circumstances) => Result<FlowChanges, FlowRefusal>,
): Promise<FlowChanges> {
  const deputies = await deputiesOf(reader, context)
  const dueAt = (deadline: Deadline) => dueAfter(context.now, deadline)
  let people: Circumstances['people'] = {}
  for (;;) {
    const result = ask({ now: context.now.toString(), fields, deputies, people, dueAt })
    if (result.ok) return result.value
    const { problem } = result
    if (problem.code !== 'needs-people') return refuseStep(reader, context, { graph, problem })
    people = { ...people, ...(await findPeopleOf(reader, graph, { nodes: problem.nodes, unitId })) }
  }
}

async function deputiesOf(reader: Reader, { actor, now }: PersonContext): Promise<Deputy[]> {
  const rows = await reader
    .selectFrom('flowDeputy')
    .select(['principal', 'deputy', 'beginsAt', 'endsAt'])
    .where('deputy', '=', actor.personId)
    .where('endsAt', '>', now)
    .execute()
  return rows.map(({ principal, deputy, beginsAt, endsAt }) => {
    return { principal, deputy, from: beginsAt.toString(), until: endsAt.toString() }
  })
}

type Refused = { readonly graph: FlowGraph; readonly problem: FlowRefusal }

async function refuseStep(reader: Reader, { language }: PersonContext, { graph, problem }: Refused): Promise<never> {
  const { code, parameters } = problem
  const named = await namePeople(reader, nameNodes(graph, parameters, language))
  return refuse('flow-refused', { sentence: say(FLOW_REFUSALS[code], language, named) })
}

/** What the step means to the subject; null when the subject stays as it is. */
function outcomeOf({ state }: SavedCase, changes: FlowChanges, { verb }: Act): FlowStepped['outcome'] | null {
  switch (changes.case.state) {
    case 'approved':
      return 'approve'
    case 'disagreed':
    case 'rejected':
    case 'voided':
      return state.case.state === 'running' ? 'reject' : null
    case 'running':
  }
  const isBack = [...changes.tasks.added, ...changes.tasks.changed].some(
    ({ kind, state: now }) => kind === 'submit' && now === 'open',
  )
  if (isBack) return verb === 'withdraw' ? 'withdraw' : 'return'
  if (verb === 'submit') return 'resubmit'
  return verb === 'agree' ? 'review' : null
}

function deskOf(graph: FlowGraph, { state }: SavedCase, asked: Act): string {
  const task = 'task' in asked ? state.tasks.find(({ number }) => number === asked.task) : undefined
  return task === undefined ? '' : nodeOf(graph, task.node).name.zh
}
