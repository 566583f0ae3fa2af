import { handOver } from './change-signers.ts'
import { changeTask, closeTasks, decideTask, type FlowDraft, note, tasksOf } from './flow-draft.ts'
import { nodeOf } from './flow-graph.ts'
import type { Task } from './flow-state.ts'
import { peopleOf } from './resolve-people.ts'
import { closeRivals, descendantsOf, settle } from './settle.ts'

/** A deadline has passed: what the node says happens, once. */
export function expireTask(draft: FlowDraft, task: Task): void {
  const node = nodeOf(draft.graph, task.node)
  if (node.kind !== 'approve' || node.deadline === null) return
  const { whenLate, to } = node.deadline
  switch (whenLate) {
    case 'remind':
      remind(draft, task)
      return
    case 'agree': {
      const step = tasksOf(draft, task)
      closeTasks(draft, descendantsOf(step, task), task.number)
      changeTask(draft, task.number, { expired: true })
      note(draft, 'agreed-when-late', { node: node.id, people: [task.assignee] })
      const decided = decideTask(draft, task.number, 'agreed')
      closeRivals(draft, decided)
      settle(draft, decided)
      return
    }
    case 'escalate': {
      const above = to === null ? [] : peopleOf(draft, { node: node.id, rule: to, part: 'escalation' })
      const person = above?.find((each) => canTakeOver(draft, task, each))
      if (above === null) return
      if (person === undefined) {
        remind(draft, task)
        return
      }
      // Whoever takes over has the full time again.
      handOver(draft, { ...changeTask(draft, task.number, { expired: true }), dueAt: null }, person)
      note(draft, 'escalated', { node: node.id, people: [person] })
    }
  }
}

function remind(draft: FlowDraft, task: Task): void {
  changeTask(draft, task.number, { expired: true })
  draft.events.push({ kind: 'reminded', task: task.number, person: task.assignee })
  note(draft, 'reminded', { node: task.node, people: [task.assignee] })
}

function canTakeOver(draft: FlowDraft, task: Task, person: string): boolean {
  const step = tasksOf(draft, task)
  const signs = step.some(({ assignee, state }) => assignee === person && state !== 'handed' && state !== 'removed')
  const found = nodeOf(draft.graph, task.node)
  const isOwn = found.kind === 'approve' && found.selfApproval === 'forbid' && person === draft.case.starter
  return !signs && !isOwn
}
