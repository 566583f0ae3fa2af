import type { ApproveNode, PeopleRule } from './flow-definition.ts'
import { actorName, type FlowDraft, meet } from './flow-draft.ts'
import { refusal } from './flow-refusal.ts'
import { isDeciding, type Task } from './flow-state.ts'

export const MOST_SIGNERS = 50

/** The people of a rule; null when the caller has to look them up first. */
export function resolvePeople(draft: FlowDraft, node: string, rule: PeopleRule): readonly string[] | null {
  return peopleOf(draft, { node, rule, part: 'people' })
}

type Asked = { readonly node: string; readonly rule: PeopleRule; readonly part: 'people' | 'fallback' | 'escalation' }

export function peopleOf(draft: FlowDraft, { node, rule, part }: Asked): readonly string[] | null {
  switch (rule.kind) {
    case 'starter':
      return [draft.case.starter]
    case 'starter-choice':
    case 'previous-choice':
      return draft.case.choices[node] ?? []
    case 'role':
    case 'named': {
      const known = draft.circumstances.people[node]
      if (known === undefined) meet(draft, { ...refusal('needs-people', { nodes: node }), nodes: [node] })
      return known === undefined ? null : [...new Set(known[part])]
    }
  }
}

/** Who signs at a node on a first walk: those of its rule who may, else those of its fallback. Empty once a problem is met. */
export function signersOf(draft: FlowDraft, node: ApproveNode): readonly string[] {
  const people = resolvePeople(draft, node.id, node.people)
  if (people === null) return []
  if (people.length === 0 && node.people.kind === 'previous-choice' && actorName(draft) !== null) {
    meet(draft, refusal('people-not-chosen', { node: node.id }))
    return []
  }
  const may = people.filter((person) => !isForbidden(draft, node, person))
  const found = may.length > 0 || node.fallback === null ? may : fallbackOf(draft, node, node.fallback)
  if (found === null) return []
  if (found.length === 0) meet(draft, refusal('nobody-at-node', { node: node.id }))
  if (found.length > MOST_SIGNERS) meet(draft, refusal('too-many-signers', { most: MOST_SIGNERS }))
  return found
}

function fallbackOf(draft: FlowDraft, node: ApproveNode, rule: PeopleRule): readonly string[] | null {
  const people = peopleOf(draft, { node: node.id, rule, part: 'fallback' })
  return people === null ? null : people.filter((person) => !isForbidden(draft, node, person))
}

function isForbidden(draft: FlowDraft, node: ApproveNode, person: string): boolean {
  if (node.selfApproval === 'forbid' && person === draft.case.starter) return true
  return node.repeatedApprover === 'forbid' && agreedBefore(draft, person).length > 0
}

/** Does the definition count this signer as agreeing without asking? */
export function isSkipped(draft: FlowDraft, node: ApproveNode, person: string): boolean {
  if (node.selfApproval === 'skip' && person === draft.case.starter) return true
  switch (node.repeatedApprover) {
    case 'ask':
    case 'forbid':
      return false
    case 'skip':
      return agreedBefore(draft, person).length > 0
    case 'skip-adjacent':
      return agreedBefore(draft, person).some((task) => isStepBefore(draft, task.node, node.id))
  }
}

/** Decisions of a person that stand in the present walk: of the last visit to a step passed on it. */
function agreedBefore({ tasks, case: { walked } }: FlowDraft, person: string): Task[] {
  return [...tasks.values()].filter(
    ({ kind, state, assignee, decidedBy, node, round }) =>
      kind === 'approve' &&
      state === 'agreed' &&
      assignee === person &&
      decidedBy !== null &&
      ![...tasks.values()].some((later) => later.node === node && isDeciding(later) && later.round > round) &&
      walked.some((edge) => edge.startsWith(`${node}>`)),
  )
}

/** Is there nothing to sign between the two on the present walk? */
function isStepBefore(draft: Pick<FlowDraft, 'graph' | 'case'>, from: string, to: string): boolean {
  return draft.case.walked
    .filter((edge) => edge.endsWith(`>${to}`))
    .map((edge) => edge.slice(0, edge.indexOf('>')))
    .some((before) => {
      if (before === from) return true
      const kind = draft.graph.nodes.get(before)?.kind
      return kind !== 'approve' && kind !== 'start' && isStepBefore(draft, from, before)
    })
}
