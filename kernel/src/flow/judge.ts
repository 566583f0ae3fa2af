import { type Actor, CASE_VERBS, type FlowAction, type Scene, TASK_VERBS, type Verb } from './flow-action.ts'
import { nodeOf } from './flow-graph.ts'
import { type FlowRefusal, refusal } from './flow-refusal.ts'
import { actsFor, isBefore, isDeciding, isLive, type Task } from './flow-state.ts'
import { type ActorRole, INTERACTIONS } from './interaction-table.ts'
import { returnTargets } from './token-place.ts'
import { wayToWithdraw } from './withdrawal.ts'

/** May this actor take this verb upon this task (or the case, when null)? Null when nothing stands against it. */
export function judge(scene: Scene, verb: Verb, task: Task | null): FlowRefusal | null {
  const rows = INTERACTIONS.filter((row) => row.verb === verb)
  const roles = rolesOf(scene, task)
  const mine = rows.filter((row) => row.roles.some((role) => roles.has(role)))
  if (mine.length === 0) return refusal('not-yours')
  if (isOver(verb, task) && !mine.some(({ states }) => states.includes(task.state))) return alreadyDone(scene, task)

  const inCase = mine.filter(({ cases }) => cases.includes(scene.state.case.state))
  if (inCase.length === 0) return refusal('case-over')
  if (task === null) return hindrance(scene, verb, null)
  const onKind = inCase.filter(({ kinds }) => kinds !== 'case' && kinds.includes(task.kind))
  if (onKind.length === 0) return refusal('verb-unfit')
  if (!onKind.some(({ states }) => states.includes(task.state))) return notNow(scene, task)
  return hindrance(scene, verb, task)
}

function isOver(verb: Verb, task: Task | null): task is Task {
  return task !== null && !isLive(task) && verb !== 'withdraw'
}

/** Names whoever decided it, or whose decision made it needless. */
function alreadyDone({ state }: Scene, { decidedBy, closedBy, assignee }: Task): FlowRefusal {
  const closing = state.tasks.find(({ number }) => number === closedBy)
  return refusal('task-already-done', { by: decidedBy ?? closing?.decidedBy ?? assignee })
}

function notNow(scene: Scene, task: Task): FlowRefusal {
  switch (task.state) {
    case 'queued':
      return refusal('not-your-turn')
    case 'asking':
      return refusal('helpers-asked')
    case 'open':
      return refusal('verb-unfit')
    case 'agreed':
    case 'disagreed':
    case 'returned':
    case 'rejected':
    case 'handed':
    case 'removed':
    case 'closed':
    case 'read':
    case 'answered':
      return alreadyDone(scene, task)
  }
}

/** What the actor is to the task, or to the case. */
export function rolesOf({ state, actor, now, deputies }: Scene, task: Task | null): ReadonlySet<ActorRole> {
  if (actor.kind === 'clock') return new Set<ActorRole>(['clock'])
  const roles = new Set<ActorRole>(actor.isAdministrator ? ['administrator'] : [])
  if (task === null) {
    if (state.case.starter === actor.person || state.tasks.some((one) => isOf(one, actor.person)))
      roles.add('participant')
    if (state.tasks.some((one) => one.kind === 'submit' && one.state === 'open' && one.assignee === actor.person)) {
      roles.add('holder')
    }
    return roles
  }
  if (task.assignee === actor.person) roles.add('holder')
  else if (isDeciding(task) && actsFor(deputies, actor.person, now).has(task.assignee)) roles.add('deputy')
  if (task.decidedBy === actor.person) roles.add('decider')
  if (task.addedBy === actor.person) roles.add('adder')
  return roles
}

function isOf({ assignee, decidedBy }: Task, person: string): boolean {
  return assignee === person || decidedBy === person
}

/** Conditions of single verbs that the table cannot say. */
function hindrance(scene: Scene, verb: Verb, task: Task | null): FlowRefusal | null {
  if (task !== null && isOwnCase(scene, verb, task)) return refusal('own-case')
  switch (verb) {
    case 'return':
      return targetsOf(scene, task).length === 0 ? refusal('return-not-possible') : null
    case 'reject':
      return mayReject(scene, task) ? null : refusal('reject-not-allowed')
    case 'withdraw':
      return task !== null && wayToWithdraw(scene, task) === null ? refusal('withdraw-too-late') : null
    case 'remove-signer':
      return task?.openedAt === null ? null : refusal('remove-too-late')
    case 'expire':
      return isDue(task, scene.now) ? null : refusal('not-due')
    case 'urge':
      return urgeHindrance(scene)
    case 'open':
    case 'submit':
    case 'agree':
    case 'disagree':
    case 'transfer':
    case 'delegate':
    case 'add-signers':
    case 'ask':
    case 'answer':
    case 'read':
    case 'reassign':
    case 'copy':
    case 'circulate':
    case 'void':
      return null
  }
}

/** A deputy who started the case may not decide it where its starter may not. */
function isOwnCase({ graph, state, actor }: Scene, verb: Verb, task: Task): boolean {
  if (verb !== 'agree' && verb !== 'disagree' && verb !== 'reject') return false
  const node = nodeOf(graph, task.node)
  const isStarter = actor.kind === 'person' && actor.person === state.case.starter
  return node.kind === 'approve' && node.selfApproval === 'forbid' && isStarter
}

function targetsOf({ graph, state }: Scene, task: Task | null): string[] {
  const token = state.tokens.find(({ number }) => number === task?.token)
  return token === undefined ? [] : returnTargets(graph, state, token)
}

function mayReject({ graph }: Scene, task: Task | null): boolean {
  const node = task === null ? null : nodeOf(graph, task.node)
  return node?.kind === 'approve' && node.mayReject
}

function isDue(task: Task | null, now: string): boolean {
  return task !== null && task.dueAt !== null && !task.expired && !isBefore(now, task.dueAt)
}

function urgeHindrance({ graph, state, now }: Scene): FlowRefusal | null {
  const hours = graph.definition.urgeEveryHours
  const { urgedAt } = state.case
  const isRecent = urgedAt !== null && Date.parse(now) - Date.parse(urgedAt) < hours * 3_600_000
  if (isRecent) return refusal('urged-recently', { hours })
  return state.tasks.some((task) => task.state === 'open') ? null : refusal('nobody-to-urge')
}

type LegalAction = {
  readonly verb: Verb
  /** Null for verbs upon the case. */
  readonly task: number | null
  /** Where a return may go; empty for every other verb. */
  readonly returnTo: readonly string[]
}

/** Everything the actor may do now: the buttons of the page, from the table that also refuses. */
export function legalActions(scene: Scene): LegalAction[] {
  const upon = scene.state.tasks.flatMap((task) =>
    TASK_VERBS.filter((verb) => judge(scene, verb, task) === null).map((verb) => ({
      verb,
      task: task.number,
      returnTo: verb === 'return' ? targetsOf(scene, task) : [],
    })),
  )
  const onCase = CASE_VERBS.filter((verb) => judge(scene, verb, null) === null)
  return [...upon, ...onCase.map((verb) => ({ verb, task: null, returnTo: [] }))]
}

/** A reason is owed where somebody else's work is undone or ended. screens.md §2.3 */
const REASONED: readonly Verb[] = ['disagree', 'return', 'reject', 'void']

/** Judges an action before it is tried: the table, then the version the person saw, then the reason. */
export function judgeAction(scene: Scene, action: FlowAction): FlowRefusal | null {
  const task = taskOf(scene, action)
  if (task === undefined) return refusal('task-not-found')
  const refused = judge(scene, action.verb, task)
  if (refused !== null) return refused
  if ('version' in action && action.version !== null && action.version !== task?.version) return refusal('task-changed')
  const owes = REASONED.includes(action.verb) && action.opinion.trim() === ''
  return owes ? refusal('reason-missing') : null
}

/** Null for a verb upon the case, undefined for a task that does not exist. */
function taskOf({ state }: Scene, action: FlowAction): Task | null | undefined {
  return 'task' in action ? state.tasks.find(({ number }) => number === action.task) : null
}

export function personOf(actor: Actor): string | null {
  return actor.kind === 'person' ? actor.person : null
}
