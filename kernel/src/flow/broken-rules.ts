import type { Scene } from './flow-action.ts'
import type { FlowGraph } from './flow-graph.ts'
import { isSameFrame, nodeOf, sharedDepth } from './flow-graph.ts'
import type { Deputy, FlowState, Task, Token } from './flow-state.ts'
import { isDeciding, isLive } from './flow-state.ts'
import { legalActions } from './judge.ts'
import { homeOf } from './token-place.ts'

/** What must hold of every case after every action, whatever was done; answers the sentences that do not. */
export function brokenRules(graph: FlowGraph, state: FlowState, now: string): string[] {
  const { tokens, tasks } = state
  if (state.case.state !== 'running') {
    const left = tasks.filter((task) => isLive(task) && (isDeciding(task) || task.kind === 'talk'))
    return [
      ...(tokens.length > 0 ? ['an ended case has tokens'] : []),
      ...left.map(({ number }) => `task ${number} outlived its case`),
    ]
  }
  return [
    ...(tokens.some(({ waitingBranch }) => waitingBranch === null) ? [] : ['the case is lost: no active token']),
    ...tokens.flatMap((token) => tokenRules(graph, state, token)),
    ...tasks.flatMap((task) => taskRules(state, task)),
    ...doubleTokens(graph, tokens),
    ...doubleTasks(tasks),
    ...(somebodyCanGoOn({ graph, state, now }) ? [] : ['nobody has a legal next step']),
  ]
}

function tokenRules(graph: FlowGraph, { tokens, tasks }: FlowState, token: Token): string[] {
  const home = homeOf(graph, token)
  const missing = home.flatMap((frame, depth) =>
    Array.from({ length: frame.width }, (_, branch) => ({ ...frame, branch }))
      .filter((sibling) => !tokens.some((other) => isSameFrame(homeOf(graph, other)[depth], sibling)))
      .map(
        ({ split, branch }) => `branch ${branch} of ${split} has no token, token ${token.number} waits for the dead`,
      ),
  )
  if (token.waitingBranch !== null) return missing
  const kind = nodeOf(graph, token.node).kind
  const open = tasks.filter(
    (task) => task.token === token.number && task.round === token.round && isDeciding(task) && task.state === 'open',
  )
  return [
    ...missing,
    ...(kind === 'approve' || kind === 'start' ? [] : [`token ${token.number} rests at a ${kind}`]),
    ...(open.length > 0 ? [] : [`token ${token.number} at ${token.node} waits for nobody`]),
  ]
}

function taskRules({ tokens, tasks }: FlowState, task: Task): string[] {
  if (!isLive(task) || !isDeciding(task)) return []
  const token = tokens.find(({ number }) => number === task.token)
  const isThere = token?.node === task.node && token.round === task.round && token.waitingBranch === null
  const helpers = tasks.filter(
    ({ parent, kind }) => parent === task.number && (kind === 'before' || kind === 'delegated'),
  )
  const waitsForNone =
    task.state === 'asking' && !helpers.some((helper) => isLive(helper) || hasLiveAfter(tasks, helper))
  return [
    ...(isThere ? [] : [`task ${task.number} belongs to no living step`]),
    ...(isOrphan(tasks, task) ? [`task ${task.number} helps somebody who is not asking`] : []),
    ...(waitsForNone ? [`task ${task.number} waits for helpers that are gone`] : []),
  ]
}

function isOrphan(tasks: readonly Task[], { kind, parent }: Task): boolean {
  const asking = tasks.find(({ number }) => number === parent)
  if (kind === 'before' || kind === 'delegated') return asking?.state !== 'asking'
  return kind === 'after' && asking?.state !== 'agreed'
}

function hasLiveAfter(tasks: readonly Task[], task: Task): boolean {
  return tasks.some((one) => one.parent === task.number && (isLive(one) || hasLiveAfter(tasks, one)))
}

function doubleTokens(graph: FlowGraph, tokens: readonly Token[]): string[] {
  const homes = tokens.map((token) => homeOf(graph, token))
  return homes.flatMap((home, index) =>
    homes.slice(index + 1).flatMap((other) => {
      const depth = sharedDepth(home, other)
      const parts = home[depth]?.split === other[depth]?.split && home[depth] !== undefined
      return parts
        ? []
        : [`two tokens stand in one branch ${home.map(({ split, branch }) => `${split}:${branch}`).join('/')}`]
    }),
  )
}

function doubleTasks(tasks: readonly Task[]): string[] {
  const keys = tasks
    .filter((task) => isLive(task) && isDeciding(task))
    .map(({ token, round, node, assignee }) => `${token} ${node} ${round} ${assignee}`)
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `asked twice: ${key}`)
}

const NO_DEPUTIES: readonly Deputy[] = []

function somebodyCanGoOn({ graph, state, now }: Pick<Scene, 'graph' | 'state' | 'now'>): boolean {
  const holders = new Set(
    state.tasks.filter((task) => task.state === 'open' && isDeciding(task)).map(({ assignee }) => assignee),
  )
  return [...holders].some((person) => {
    const scene: Scene = {
      graph,
      state,
      now,
      deputies: NO_DEPUTIES,
      actor: { kind: 'person', person, isAdministrator: false },
    }
    return legalActions(scene).some(({ verb }) => verb === 'agree' || verb === 'submit')
  })
}
