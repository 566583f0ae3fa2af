import type { Deadline, FieldValue } from './flow-definition.ts'
import type { FlowGraph } from './flow-graph.ts'
import type { Deputy, FlowState } from './flow-state.ts'

/** Verbs upon one task, and verbs upon the case. glossary: screens.md §2.3. */
export const TASK_VERBS = [
  'open',
  'submit',
  'agree',
  'disagree',
  'return',
  'reject',
  'withdraw',
  'transfer',
  'delegate',
  'add-signers',
  'remove-signer',
  'ask',
  'answer',
  'read',
  'reassign',
  'expire',
] as const
export const CASE_VERBS = ['copy', 'circulate', 'urge', 'void'] as const
type TaskVerb = (typeof TASK_VERBS)[number]
type CaseVerb = (typeof CASE_VERBS)[number]
export type Verb = TaskVerb | CaseVerb

/** `version` is the version of the task the person saw; null takes whatever stands. */
type OnTask = { readonly task: number; readonly version: number | null; readonly opinion: string }
type Chosen = { readonly choices: Readonly<Record<string, readonly string[]>> }

export type ReturnTo =
  | { readonly kind: 'starter' }
  | { readonly kind: 'previous' }
  | { readonly kind: 'step'; readonly node: string }

/** Somebody says yes or no. Choices name the people of nodes whose rule is the choice of whoever sends the case there. */
export type WordAction =
  | ({ readonly verb: 'submit' } & OnTask & Chosen)
  | ({ readonly verb: 'agree' } & OnTask & Chosen)
  | ({ readonly verb: 'disagree' } & OnTask)
  | ({ readonly verb: 'reject' } & OnTask)

/** `again`: all steps between are walked once more; `resume`: the next decision jumps straight back here. */
export type ReturnAction = {
  readonly verb: 'return'
  readonly to: ReturnTo
  readonly walk: 'again' | 'resume'
} & OnTask

/** 前 before: they advise me first · 后 after: I agree, then they must · 并 beside: they sign as I do. */
export type AddSigners = {
  readonly verb: 'add-signers'
  readonly where: 'before' | 'after' | 'beside'
  readonly together: 'all' | 'any'
  readonly people: readonly string[]
} & OnTask

/** Who signs changes. */
export type SignerAction =
  | ({ readonly verb: 'transfer'; readonly person: string } & OnTask)
  | ({ readonly verb: 'reassign'; readonly person: string } & OnTask)
  | ({ readonly verb: 'delegate'; readonly person: string } & OnTask)
  | ({ readonly verb: 'remove-signer' } & OnTask)
  | AddSigners

/** Nothing moves. */
export type TalkAction =
  | ({ readonly verb: 'ask'; readonly person: string } & OnTask)
  | ({ readonly verb: 'answer' } & OnTask)
  | ({ readonly verb: 'read' } & OnTask)

export type TaskAction =
  | WordAction
  | ReturnAction
  | SignerAction
  | TalkAction
  | ({ readonly verb: 'open' } & OnTask)
  | ({ readonly verb: 'withdraw' } & OnTask)
  | ({ readonly verb: 'expire' } & OnTask)

export type Passing = {
  readonly verb: 'copy' | 'circulate'
  readonly people: readonly string[]
  readonly opinion: string
}
export type Urging = { readonly verb: 'urge'; readonly whom: 'signers' | 'readers'; readonly opinion: string }
export type CaseAction = Passing | Urging | { readonly verb: 'void'; readonly opinion: string }

export type FlowAction = TaskAction | CaseAction

/** Who acts: a signed-in person, or the clock when a deadline has passed. */
export type Actor =
  | { readonly kind: 'person'; readonly person: string; readonly isAdministrator: boolean }
  | { readonly kind: 'clock' }

/** What the rules of a node's people came to; choices and the starter the engine knows itself. */
export type ResolvedPeople = {
  readonly people: readonly string[]
  readonly fallback: readonly string[]
  readonly escalation: readonly string[]
}

/** All the world a decision depends on. */
export type Circumstances = {
  readonly now: string
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly deputies: readonly Deputy[]
  /** By node. A node the case moves to and that is missing here is asked for: `needs-people`. */
  readonly people: Readonly<Record<string, ResolvedPeople>>
  /** When a deadline set now falls due in the working time of the place: a pure look-up. */
  readonly dueAt: (deadline: Deadline) => string
}

/** A moment at which somebody may act. */
export type Scene = {
  readonly graph: FlowGraph
  readonly state: FlowState
  readonly actor: Actor
  readonly now: string
  readonly deputies: readonly Deputy[]
}
