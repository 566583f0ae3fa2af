import { fail, ok, type Result } from '../result.ts'
import { changeSigners } from './change-signers.ts'
import { expireTask } from './expire-task.ts'
import type { Actor, CaseAction, Circumstances, FlowAction, Scene, TaskAction, WordAction } from './flow-action.ts'
import {
  changesOf,
  changeTask,
  decideTask,
  draftOf,
  endCase,
  type FlowChanges,
  type FlowDraft,
  meet,
  note,
} from './flow-draft.ts'
import type { FlowGraph } from './flow-graph.ts'
import { type FlowRefusal, refusal } from './flow-refusal.ts'
import type { FlowState, Task, TaskState } from './flow-state.ts'
import { returnCase, withdrawDecision } from './go-back.ts'
import { judgeAction, personOf } from './judge.ts'
import { goOn } from './move-token.ts'
import { passToReaders, talkOrRead, urge } from './read-and-talk.ts'
import { closeRivals, settle } from './settle.ts'
import { wayToWithdraw } from './withdrawal.ts'

export type Act = {
  readonly graph: FlowGraph
  readonly state: FlowState
  readonly actor: Actor
  readonly action: FlowAction
  readonly circumstances: Circumstances
}

/**
 * One action upon a case: the rows it changes, the sentences it adds and what others must hear, or why not, with nothing
 * changed. `needs-people` means: look up these nodes and ask again. Done twice, it is refused with who did it.
 */
export function act({ graph, state, actor, action, circumstances }: Act): Result<FlowChanges, FlowRefusal> {
  const { now, deputies } = circumstances
  const scene: Scene = { graph, state, actor, now, deputies }
  const refused = judgeAction(scene, action)
  if (refused !== null) return fail(refused)

  if (!('task' in action)) {
    const draft = draftOf({ graph, state, circumstances, actor, onBehalfOf: null })
    actOnCase(draft, action)
    return draft.problem === null ? ok(changesOf(draft, state)) : fail(draft.problem)
  }
  const task = state.tasks.find(({ number }) => number === action.task)
  if (task === undefined) return fail(refusal('task-not-found'))
  const person = personOf(actor)
  const isDeputy = person !== null && task.assignee !== person && DEPUTY_VERBS.includes(action.verb)
  const draft = draftOf({ graph, state, circumstances, actor, onBehalfOf: isDeputy ? task.assignee : null })
  actOnTask(draft, task, { action, scene })
  return draft.problem === null ? ok(changesOf(draft, state)) : fail(draft.problem)
}

/** Verbs the table grants a deputy, where acting for another is written down. */
const DEPUTY_VERBS: readonly FlowAction['verb'][] = ['open', 'agree', 'disagree', 'return', 'reject', 'ask']

function actOnCase(draft: FlowDraft, action: CaseAction): void {
  switch (action.verb) {
    case 'copy':
    case 'circulate':
      passToReaders(draft, action)
      return
    case 'urge':
      urge(draft, action)
      return
    case 'void':
      endCase(draft, 'voided', null)
      note(draft, 'voided', { opinion: action.opinion })
  }
}

type Doing = { readonly action: TaskAction; readonly scene: Scene }

function actOnTask(draft: FlowDraft, task: Task, { action, scene }: Doing): void {
  switch (action.verb) {
    case 'open':
      if (task.openedAt === null) changeTask(draft, task.number, { openedAt: draft.circumstances.now })
      return
    case 'submit':
    case 'agree':
    case 'disagree':
    case 'reject':
      giveWord(draft, task, action)
      return
    case 'return':
      returnCase(draft, task, action)
      return
    case 'withdraw': {
      const way = wayToWithdraw(scene, task)
      if (way === null) meet(draft, refusal('withdraw-too-late'))
      else withdrawDecision(draft, task, { way, opinion: action.opinion })
      return
    }
    case 'transfer':
    case 'reassign':
    case 'delegate':
    case 'add-signers':
    case 'remove-signer':
      changeSigners(draft, task, action)
      return
    case 'ask':
    case 'answer':
    case 'read':
      talkOrRead(draft, task, action)
      return
    case 'expire':
      expireTask(draft, task)
  }
}

function giveWord(draft: FlowDraft, task: Task, action: WordAction): void {
  const said = { node: task.node, opinion: action.opinion }
  switch (action.verb) {
    case 'submit':
    case 'agree':
      choose(draft, action.choices)
      decide(draft, task, { state: 'agreed', ...said })
      return
    case 'disagree':
      decide(draft, task, { state: 'disagreed', ...said })
      return
    case 'reject':
      decideTask(draft, task.number, 'rejected')
      endCase(draft, 'rejected', task.number)
      note(draft, 'rejected', said)
  }
}

function choose(draft: FlowDraft, choices: Readonly<Record<string, readonly string[]>>): void {
  if (Object.keys(choices).length === 0) return
  draft.case = { ...draft.case, choices: { ...draft.case.choices, ...choices } }
}

type Decision = {
  readonly state: Extract<TaskState, 'agreed' | 'disagreed'>
  readonly node: string
  readonly opinion: string
}

function decide(draft: FlowDraft, task: Task, { state, ...said }: Decision): void {
  const decided = decideTask(draft, task.number, state)
  if (task.kind === 'submit') {
    note(draft, 'submitted', said)
    const token = draft.tokens.get(task.token ?? 0)
    if (token !== undefined) goOn(draft, token, decided)
    return
  }
  note(draft, state, said)
  closeRivals(draft, decided)
  settle(draft, decided)
}
