import type { Passing, TalkAction, Urging } from './flow-action.ts'
import { actorName, addTask, decideTask, type FlowDraft, meet, note } from './flow-draft.ts'
import { refusal } from './flow-refusal.ts'
import { isDeciding, type Task } from './flow-state.ts'

/** 抄送 and 传阅: reading tasks stand beside the case and outlive it. */
export function passToReaders(draft: FlowDraft, { verb, people, opinion }: Passing): void {
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
export function urge(draft: FlowDraft, { whom, opinion }: Urging): void {
  const wanted = whom === 'signers' ? isDeciding : isReading
  const slow = [...draft.tasks.values()].filter((task) => wanted(task) && task.state === 'open')
  if (slow.length === 0) meet(draft, refusal('nobody-to-urge'))
  for (const { number, assignee } of slow) draft.events.push({ kind: 'urged', task: number, person: assignee })
  draft.case = { ...draft.case, urgedAt: draft.circumstances.now, urges: draft.case.urges + 1 }
  note(draft, 'urged', { people: [...new Set(slow.map(({ assignee }) => assignee))], opinion })
}

/** 沟通 is a question that does not move the case; 已阅 only says it was read. */
export function talkOrRead(draft: FlowDraft, task: Task, action: TalkAction): void {
  const { opinion } = action
  switch (action.verb) {
    case 'ask': {
      const { person } = action
      addTask(draft, {
        kind: 'talk',
        node: task.node,
        assignee: person,
        parent: task.number,
        addedBy: actorName(draft),
      })
      note(draft, 'asked', { node: task.node, people: [person], opinion })
      return
    }
    case 'answer':
      decideTask(draft, task.number, 'answered')
      note(draft, 'answered', { node: task.node, opinion })
      return
    case 'read':
      decideTask(draft, task.number, 'read')
      note(draft, 'read', { opinion })
  }
}

function isReading({ kind }: Task): boolean {
  return kind === 'copied' || kind === 'circulated'
}
