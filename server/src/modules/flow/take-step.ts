import type { Act } from '@shiji/contract/flow'
import { act } from '@shiji/kernel/flow/act'
import type { Actor, Circumstances, FlowAction } from '@shiji/kernel/flow/flow-action'
import type { Deadline } from '@shiji/kernel/flow/flow-definition'
import type { FlowChanges } from '@shiji/kernel/flow/flow-draft'
import { type FlowGraph, nodeOf } from '@shiji/kernel/flow/flow-graph'
import { FLOW_REFUSALS, type FlowRefusal } from '@shiji/kernel/flow/flow-refusal'
import { stepsAhead } from '@shiji/kernel/flow/preview'
import type { Result } from '@shiji/kernel/result'
import { say } from '@shiji/kernel/wording'
import { calendarOf } from '#modules/calendar'
import { listOpenChannels, type OpenChannel } from '#modules/inbox'
import type { Context, PersonContext } from '#platform/context'
import type { Reader, Tx } from '#platform/database/transaction'
import { tell } from '#platform/events'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { refuse } from '#platform/refusal'
import { dueAfter } from './deadlines/due-after.ts'
import { type Entrusted, holdsFor } from './deputies/entrusted.ts'
import { FLOW_STEPPED, type FlowStepped } from './flow-events.ts'
import { saveChanges } from './flow-store.ts'
import { lockCase, type SavedCase } from './load-case.ts'
import { mayReadCase } from './may-read-case.ts'
import { findPeopleOf, type PeopleFound } from './people/find-people.ts'
import { nameNodes, namePeople } from './people/names.ts'
import { tellPeople } from './people/tell-people.ts'

/** One act of a person upon a case, inside a transaction of the caller: rows, sentences, ledger and subject together. */
export async function takeStep(tx: Tx, context: PersonContext, { id, act: asked }: { id: string; act: Act }) {
  const [saved, channels] = await Promise.all([lockCase(tx, context, id), listOpenChannels(tx)])
  await stepOn(tx, context, { saved, channels, asked })
}

type Step<Saved> = {
  readonly saved: Saved | undefined
  readonly channels: readonly OpenChannel[]
  readonly asked: Act
}
type Stepped<Saved> = { readonly saved: Saved; readonly changes: FlowChanges; readonly found: PeopleFound }

/** The same upon a case that was read and is held already. */
export async function stepOn<Saved extends SavedCase>(
  tx: Tx,
  context: PersonContext,
  { saved, channels, asked }: Step<Saved>,
): Promise<Stepped<Saved>> {
  const { actor } = context
  if (saved === undefined || !(await mayReadCase(tx, context, saved))) refuse('not-found')
  const who: Actor = { kind: 'person', person: actor.personId, isAdministrator: actor.permissions.has('flow.manage') }
  const { graph, state, fields, entrusted, subject, names } = saved
  const ahead = stepsAhead(graph, state, fields).map(({ node }) => node)
  const found = await findPeopleOf(tx, graph, { nodes: ahead, unitId: subject.unitId })
  const about = { graph, unitId: subject.unitId, fields, entrusted, known: found.people }
  const action = asked as FlowAction
  const changes = await decide(tx, context, about, (circumstances) =>
    act({ graph, state, actor: who, action, circumstances }),
  )
  const { verb, opinion } = asked
  const { kind, id: subjectId } = subject
  const task = 'task' in asked ? asked.task : null
  const forWhom = changes.log.find(({ onBehalfOf }) => onBehalfOf !== null)?.onBehalfOf
  const deed = { did: `flow.${verb}`, caseId: state.case.id, task, subject: kind, subjectId, opinion }
  saveChanges(tx, changes, context.now)
  await Promise.all([
    recordInLedger(tx, context, forWhom == null ? deed : { ...deed, onBehalfOf: forWhom }),
    tellPeople(tx, context, { graph, names, channels, subject, before: state.tasks, changes, opinion }),
  ])
  const outcome = outcomeOf(saved, changes, verb)
  if (outcome !== null) {
    const desk = deskOf(saved, task)
    await tell(tx, context, FLOW_STEPPED, { subject: { kind, id: subjectId }, outcome, opinion, desk })
  }
  return { saved, changes, found }
}

type About = Within & {
  readonly fields: Circumstances['fields']
  readonly entrusted: readonly Entrusted[]
  /** Whom nodes ask, as far as it was looked up. */
  readonly known: Circumstances['people']
}

/** Asks the engine, looks up the people it lacks, and asks again; a refusal is said in the caller's words. */
export async function decide(
  reader: Reader,
  context: Context,
  { graph, unitId, fields, entrusted, known }: About,
  ask: (circumstances: Circumstances) => Result<FlowChanges, FlowRefusal>,
): Promise<FlowChanges> {
  const { key } = graph.definition
  const dueAt = await deadlinesOf(reader, context, { graph, unitId })
  const deputies = entrusted.filter((one) => holdsFor(one, key))
  let people = known
  for (;;) {
    const result = ask({ now: context.now.toString(), fields, deputies, people, dueAt })
    if (result.ok) return result.value
    const { problem } = result
    if (problem.code !== 'needs-people') return refuseStep(reader, context, { graph, problem })
    people = { ...people, ...(await findPeopleOf(reader, graph, { nodes: problem.nodes, unitId })).people }
  }
}
type Within = { readonly graph: FlowGraph; readonly unitId: string }

/** Deadlines by the calendar of the unit the case comes from, read only when the flow has any. */
async function deadlinesOf(
  reader: Reader,
  { now }: Context,
  { graph, unitId }: Within,
): Promise<Circumstances['dueAt']> {
  const isTimed = graph.definition.nodes.some((node) => node.kind === 'approve' && node.deadline !== null)
  if (!isTimed) return () => now.toString()
  const calendar = await calendarOf(reader, { unitId, at: now })
  return (deadline: Deadline) => dueAfter(calendar, deadline, now)
}

type Refused = { readonly graph: FlowGraph; readonly problem: FlowRefusal }

async function refuseStep(reader: Reader, { language }: Context, { graph, problem }: Refused): Promise<never> {
  const { code, parameters } = problem
  const named = await namePeople(reader, nameNodes(graph, parameters, language))
  return refuse('flow-refused', { sentence: say(FLOW_REFUSALS[code], language, named) })
}

/** What the step means to the subject; null when the subject stays as it is. */
export function outcomeOf(
  { state }: SavedCase,
  changes: FlowChanges,
  verb: Act['verb'] | 'expire',
): FlowStepped['outcome'] | null {
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
  return verb === 'agree' || hasAgreed(changes) ? 'review' : null
}

function hasAgreed({ log }: FlowChanges): boolean {
  return log.some(({ code }) => code === 'agreed-when-late')
}

export function deskOf({ graph, state }: SavedCase, number: number | null): string {
  const task = state.tasks.find((one) => one.number === number)
  return task === undefined ? '' : nodeOf(graph, task.node).name.zh
}
