import type { FlowChanges } from '@shiji/kernel/flow/flow-draft'
import type { FlowGraph } from '@shiji/kernel/flow/flow-graph'
import type { FlowEvent } from '@shiji/kernel/flow/flow-log'
import type { Task } from '@shiji/kernel/flow/flow-state'
import { type NewMessage, type OpenChannel, sendThrough } from '#modules/inbox'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { moveScreens } from '../boxes/move-screens.ts'
import type { Subject } from '../load-case.ts'

type Told = {
  readonly graph: FlowGraph
  /** At least of the one who acts and of the starter. */
  readonly names: ReadonlyMap<string, string>
  readonly channels: readonly OpenChannel[]
  readonly subject: Subject
  /** The tasks as they stood before the step. */
  readonly before: readonly Task[]
  readonly changes: FlowChanges
  readonly opinion: string
}

/** Everybody whom a step concerns hears of it: whose turn it is, who is urged, and the starter when the case ends. */
export async function tellPeople(
  tx: Tx,
  context: Context,
  { graph, names, channels, subject, before, changes, opinion }: Told,
): Promise<void> {
  const { starter } = changes.case
  const actor = context.actor.kind === 'person' ? context.actor.personId : null
  const tasks = new Map(
    [...before, ...changes.tasks.changed, ...changes.tasks.added].map((task) => [task.number, task]),
  )
  const nodeAt = (task: number) => graph.nodes.get(tasks.get(task)?.node ?? '')?.name ?? NOWHERE
  const about = { subjectKind: subject.kind, subjectId: subject.id }
  const said = {
    subject: subject.name,
    starter: names.get(starter) ?? '',
    actor: names.get(actor ?? '') ?? '',
    opinion,
  }
  const messages = changes.events.flatMap((event): NewMessage[] => {
    const personId = event.kind === 'case-ended' ? starter : event.person
    if (personId === actor) return []
    const node = event.kind === 'case-ended' ? NOWHERE : nodeAt(event.task)
    const kind = event.kind === 'case-ended' ? '' : (tasks.get(event.task)?.kind ?? '')
    return [
      { personId, code: codeOf(event, kind), parameters: { ...said, node: node.zh, nodeInEnglish: node.en }, ...about },
    ]
  })
  await Promise.all([sendThrough(tx, context, { messages, channels }), moveScreens(tx, context, changes)])
}

const NOWHERE = { zh: '', en: '' }

function codeOf(event: FlowEvent, taskKind: string): NewMessage['code'] {
  switch (event.kind) {
    case 'task-opened':
      if (taskKind === 'copied' || taskKind === 'circulated') return 'copied'
      return taskKind === 'submit' ? 'returned' : 'task-opened'
    case 'urged':
      return 'urged'
    case 'reminded':
      return 'late'
    case 'case-ended':
      return `case-${event.state}`
  }
}
