import { fail, ok, type Result } from '../result.ts'
import type { Circumstances } from './flow-action.ts'
import { addTask, addToken, changesOf, decideTask, draftOf, type FlowChanges, note } from './flow-draft.ts'
import type { FlowGraph } from './flow-graph.ts'
import { type FlowRefusal, refusal } from './flow-refusal.ts'
import type { FlowState } from './flow-state.ts'
import { goOn } from './move-token.ts'

type StartCase = {
  readonly graph: FlowGraph
  readonly id: string
  readonly starter: string
  /** People for every node whose rule is the starter's choice. */
  readonly choices: Readonly<Record<string, readonly string[]>>
  readonly opinion: string
  readonly circumstances: Circumstances
}

/** A case begins: submitted by its starter and moved to the first desk, in one set of rows, all of them new. */
export function startCase({
  graph,
  id,
  starter,
  choices,
  opinion,
  circumstances,
}: StartCase): Result<FlowChanges, FlowRefusal> {
  const { definition } = graph
  const unchosen = definition.nodes.find(
    (node) => node.kind === 'approve' && node.people.kind === 'starter-choice' && (choices[node.id] ?? []).length === 0,
  )
  if (unchosen !== undefined) return fail(refusal('people-not-chosen', { node: unchosen.id }))

  const before = emptyState({ graph, id, starter, choices })
  const actor = { kind: 'person', person: starter, isAdministrator: false } as const
  const draft = draftOf({ graph, state: before, circumstances, actor, onBehalfOf: null })
  const token = addToken(draft, { node: graph.start.id, round: 1, waitingBranch: null, resume: [], cause: null })
  const { number } = addTask(draft, {
    kind: 'submit',
    token: token.number,
    node: token.node,
    round: 1,
    assignee: starter,
  })
  note(draft, 'started', { opinion })
  goOn(draft, token, decideTask(draft, number, 'agreed'))
  return draft.problem === null ? ok(changesOf(draft, before)) : fail(draft.problem)
}

/** The case before its first action: no row of it is saved yet. */
export function emptyState({ graph, id, starter, choices }: Omit<StartCase, 'opinion' | 'circumstances'>): FlowState {
  const { key, version } = graph.definition
  return {
    case: {
      id,
      definition: key,
      definitionVersion: version,
      starter,
      state: 'running',
      version: 0,
      lastToken: 0,
      lastTask: 0,
      walked: [],
      choices,
      urgedAt: null,
      urges: 0,
    },
    tokens: [],
    tasks: [],
  }
}
