import type { FlowAction } from './flow-action.ts'
import { actorName, addTask, type FlowDraft, meet, note } from './flow-draft.ts'
import { refusal } from './flow-refusal.ts'
import { isDeciding, type Task } from './flow-state.ts'

/** 抄送 and 传阅: reading tasks stand beside the case and outlive it. */
export function passToReaders(
  draft: FlowDraft,
  { verb, people, opinion }: Extract<FlowAction, { people: readonly string[]; verb: 'copy' | 'circulate' }>,
): void {
  const kind = verb === 'copy' ? 'copied' : 'circulated'
  const reading = [...draft.tasks.values()].filter((task) => isReading(task) && task.state === 'open')
  const fresh = [...new Set(people)].filter((person) => !reading.some(({ assignee }) => assignee === person))
  if (people.length === 0) meet(draft, refusal('nobody-named'))
  else if (fresh.length === 0) meet(draft, refusal('already-reading'))
  for (const assignee of fresh)
    addTask(draft, { kind, node: draft.graph.start.id, assignee, addedBy: actorName(draft) })
  note(draft, verb === 'copy' ? 'copied' : 'circulated', { people: fresh, opinion })
}

/** 催办: signers or readers, within the limit of the definition. steedos/workflow#1531 */
export function urge(draft: FlowDraft, { whom, opinion }: Extract<FlowAction, { verb: 'urge' }>): void {
  const wanted = whom === 'signers' ? isDeciding : isReading
  const slow = [...draft.tasks.values()].filter((task) => wanted(task) && task.state === 'open')
  if (slow.length === 0) meet(draft, refusal('nobody-to-urge'))
  for (const { number, assignee } of slow) draft.events.push({ kind: 'urged', task: number, person: assignee })
  draft.case = { ...draft.case, urgedAt: draft.circumstances.now, urges: draft.case.urges + 1 }
  note(draft, 'urged', { people: [...new Set(slow.map(({ assignee }) => assignee))], opinion })
}

/** 沟通: a question that does not move the case. */
export function askQuestion(
  draft: FlowDraft,
  task: Task,
  { person, opinion }: { person: string; opinion: string },
): void {
  addTask(draft, { kind: 'talk', node: task.node, assignee: person, parent: task.number, addedBy: actorName(draft) })
  note(draft, 'asked', { node: task.node, people: [person], opinion })
}

export function isReading({ kind }: Task): boolean {
  return kind === 'copied' || kind === 'circulated'
}
