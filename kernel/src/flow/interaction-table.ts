import type { Verb } from './flow-action.ts'
import type { CaseState, TaskKind, TaskState } from './flow-state.ts'

/**
 * What somebody is to a task or case. `holder` it is assigned to · `deputy` of the holder · `decider` who decided it ·
 * `adder` who put the signer there · `participant` who started the case or ever had a task in it.
 */
export type ActorRole = 'holder' | 'deputy' | 'decider' | 'adder' | 'participant' | 'administrator' | 'clock'

/** A verb is legal where one row fits: somebody in one of the roles, on such a task in such a state, in such a case. */
type Interaction = {
  readonly verb: Verb
  readonly roles: readonly ActorRole[]
  /** `case` for verbs that are not about one task. */
  readonly kinds: readonly TaskKind[] | 'case'
  readonly states: readonly TaskState[]
  readonly cases: readonly CaseState[]
}

const RUNNING: readonly CaseState[] = ['running']
const ANY_CASE: readonly CaseState[] = ['running', 'approved', 'disagreed', 'rejected', 'voided']
const SIGNERS: readonly TaskKind[] = ['approve', 'after']
const HELPED: readonly TaskKind[] = ['approve', 'after', 'before']
const ALL_SIGNERS: readonly TaskKind[] = ['approve', 'after', 'before', 'delegated']
const EVERY_TASK: readonly TaskKind[] = ['submit', ...ALL_SIGNERS]
const READING: readonly TaskKind[] = ['copied', 'circulated']

/** The one table. `judge` refuses by it and `legalActions` offers by it. */
export const INTERACTIONS: readonly Interaction[] = [
  {
    verb: 'open',
    roles: ['holder', 'deputy'],
    kinds: EVERY_TASK,
    states: ['open', 'asking', 'queued'],
    cases: RUNNING,
  },
  { verb: 'submit', roles: ['holder'], kinds: ['submit'], states: ['open'], cases: RUNNING },
  { verb: 'agree', roles: ['holder', 'deputy'], kinds: ALL_SIGNERS, states: ['open'], cases: RUNNING },
  { verb: 'disagree', roles: ['holder', 'deputy'], kinds: ALL_SIGNERS, states: ['open'], cases: RUNNING },
  // ruoyi-vue-pro#566: a signer who waits for helpers may still return or reject.
  { verb: 'return', roles: ['holder', 'deputy'], kinds: SIGNERS, states: ['open', 'asking'], cases: RUNNING },
  { verb: 'reject', roles: ['holder', 'deputy'], kinds: SIGNERS, states: ['open', 'asking'], cases: RUNNING },
  { verb: 'withdraw', roles: ['decider'], kinds: ['submit', 'approve'], states: ['agreed'], cases: RUNNING },
  { verb: 'transfer', roles: ['holder'], kinds: ALL_SIGNERS, states: ['open'], cases: RUNNING },
  { verb: 'delegate', roles: ['holder'], kinds: HELPED, states: ['open'], cases: RUNNING },
  { verb: 'add-signers', roles: ['holder'], kinds: HELPED, states: ['open'], cases: RUNNING },
  { verb: 'remove-signer', roles: ['adder'], kinds: ALL_SIGNERS, states: ['open', 'queued'], cases: RUNNING },
  { verb: 'ask', roles: ['holder', 'deputy'], kinds: EVERY_TASK, states: ['open', 'asking'], cases: RUNNING },
  { verb: 'answer', roles: ['holder'], kinds: ['talk'], states: ['open'], cases: RUNNING },
  { verb: 'read', roles: ['holder'], kinds: READING, states: ['open'], cases: ANY_CASE },
  {
    verb: 'reassign',
    roles: ['administrator'],
    kinds: EVERY_TASK,
    states: ['open', 'queued', 'asking'],
    cases: RUNNING,
  },
  { verb: 'expire', roles: ['clock'], kinds: ALL_SIGNERS, states: ['open', 'asking'], cases: RUNNING },
  { verb: 'copy', roles: ['participant'], kinds: 'case', states: [], cases: ANY_CASE },
  { verb: 'circulate', roles: ['participant'], kinds: 'case', states: [], cases: ANY_CASE },
  { verb: 'urge', roles: ['participant'], kinds: 'case', states: [], cases: ANY_CASE },
  { verb: 'void', roles: ['administrator'], kinds: 'case', states: [], cases: ['running', 'approved'] },
  // The starter may drop what came back to them.
  { verb: 'void', roles: ['holder'], kinds: 'case', states: [], cases: RUNNING },
]
