import type { Edge } from './flow-graph.ts'

/**
 * A running case as plain rows. Tokens and tasks are numbered inside their case, so no id has to be invented while
 * deciding and a row's key is (case, number). Instants are ISO text with Z.
 */

export type CaseState = 'running' | 'approved' | 'disagreed' | 'rejected' | 'voided'

export type FlowCase = {
  readonly id: string
  readonly definition: string
  readonly definitionVersion: number
  readonly starter: string
  readonly state: CaseState
  /** Counts changes; the caller saves only over the version it read. */
  readonly version: number
  readonly lastToken: number
  readonly lastTask: number
  /** Edges of the present walk as `from>to`, in the order first taken; a return takes back those it undoes. */
  readonly walked: readonly string[]
  /** People chosen for nodes whose rule is somebody's choice. */
  readonly choices: Readonly<Record<string, readonly string[]>>
  readonly urgedAt: string | null
  readonly urges: number
}

/** Where the case stands; one per parallel branch. A waiting token stands at a join for its siblings. */
export type Token = {
  readonly number: number
  readonly node: string
  /** Which time the case is at this node. */
  readonly round: number
  /** The branch of the split it waits for; null while it is active. */
  readonly waitingBranch: number | null
  /** After a return that resumes: the nodes to jump back to, the last first taken. Its home is the first. */
  readonly resume: readonly string[]
  /** The decided task that brought it here, and how its token stood then: what a 撤回 goes back to. */
  readonly cause: { readonly task: number; readonly resume: readonly string[] } | null
}

/** `approve` and its `before` · `after` · `delegated` helpers decide; the rest never hold the case up. */
export type TaskKind = 'submit' | 'approve' | 'before' | 'after' | 'delegated' | 'copied' | 'circulated' | 'talk'

/** `queued` waits for its turn, `asking` waits for helpers it asked; the rest below `open` is over. */
export type TaskState =
  | 'queued'
  | 'open'
  | 'asking'
  | 'agreed'
  | 'disagreed'
  | 'returned'
  | 'rejected'
  | 'handed'
  | 'removed'
  | 'closed'
  | 'read'
  | 'answered'

export type Task = {
  readonly number: number
  readonly kind: TaskKind
  readonly state: TaskState
  /** Null on tasks that do not belong to a step: reading and talk. */
  readonly token: number | null
  readonly node: string
  readonly round: number
  readonly assignee: string
  /** Turn in 依次; order of appearance otherwise. */
  readonly order: number
  /** The task that asked for this helper. */
  readonly parent: number | null
  /** How several helpers of one parent count together: all of them, or the first. */
  readonly together: 'all' | 'any'
  /** Who put this signer here by 加签 or 委派; null when the definition did. */
  readonly addedBy: string | null
  readonly version: number
  readonly openedAt: string | null
  readonly dueAt: string | null
  /** A deadline acts once. */
  readonly expired: boolean
  /** Differs from the assignee when a deputy decided; null when a rule did (skip, deadline). */
  readonly decidedBy: string | null
  readonly decidedAt: string | null
  /** The decision that closed it or made it pass on its own. */
  readonly closedBy: number | null
}

/** All a decision needs. Reading tasks not acted upon may be left out. */
export type FlowState = {
  readonly case: FlowCase
  readonly tokens: readonly Token[]
  readonly tasks: readonly Task[]
}

/** Somebody signs for somebody else in a window; `until` is not in it any more. */
export type Deputy = {
  readonly principal: string
  readonly deputy: string
  readonly from: string
  readonly until: string
}

export const LIVE: readonly TaskState[] = ['queued', 'open', 'asking']
const DECIDING: readonly TaskKind[] = ['submit', 'approve', 'before', 'after', 'delegated']

export function isLive({ state }: Task): boolean {
  return LIVE.includes(state)
}

export function isDeciding({ kind }: Task): boolean {
  return DECIDING.includes(kind)
}

/** One visit of the case to a node. */
export type StepKey = Pick<Task, 'token' | 'node' | 'round'>

export function isSameStep(one: StepKey, other: StepKey): boolean {
  return one.token === other.token && one.node === other.node && one.round === other.round
}

export function stepKey({ number, node, round }: Pick<Token, 'number' | 'node' | 'round'>): StepKey {
  return { token: number, node, round }
}

export function edgeKey({ from, to }: Pick<Edge, 'from' | 'to'>): string {
  return `${from}>${to}`
}

export function actsFor(deputies: readonly Deputy[], person: string, now: string): ReadonlySet<string> {
  const held = deputies.filter(
    ({ deputy, from, until }) => deputy === person && !isBefore(now, from) && isBefore(now, until),
  )
  return new Set(held.map(({ principal }) => principal))
}

export function isBefore(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other)
}
