import { flow } from '@shiji/contract/flow'
import type { Browser } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { PEOPLE } from '../people.ts'
import { signIn } from '../sign-in.ts'
import { contactOf, type Declared } from './declared.ts'

type Decision = { readonly verb: 'agree' | 'return'; readonly opinion: string }

/** Longer than any chain of the demo's places. */
const MOST_DESKS = 6
const MINUTES_EACH = 12

/** Who is asked opens what waits there; agreeing goes on to the last desk, a return ends with the first. */
export async function decideCase(declared: Declared, on: string, decision: Decision): Promise<void> {
  return decideOn(declared, { kind: 'declaration', id: declared.id }, { ...decision, on, from: '09:58' })
}

type Subject = { readonly kind: string; readonly id: string }
type Sitting = Decision & { readonly on: string; readonly from: string }

/** The same for whatever else goes through desks. */
export async function decideOn(
  declared: Declared,
  subject: Subject,
  { on, from, verb, opinion }: Sitting,
): Promise<void> {
  const contact = await contactOf(declared, on, from)
  for (let desk = 0; desk < MOST_DESKS; desk += 1) {
    const at = officeTime(on, from).add({ minutes: 2 + desk * MINUTES_EACH })
    const asked = await findAsked(contact, subject, at)
    if (asked === null) return
    const { ask } = await signIn(declared.server, asked, at)
    const { rows } = await ask(flow.listBox, { box: 'waiting' }, at)
    const row = rows.find(({ subjectId }) => subjectId === subject.id)
    if (row?.task == null) throw new Error(`${asked.name} is asked and does not find it`)
    const { task } = row
    const act =
      verb === 'agree'
        ? ({ verb, task, opinion } as const)
        : ({ verb, task, opinion, to: { kind: 'starter' }, walk: 'again' } as const)
    await ask(flow.actOnCase, { id: row.caseId, act }, at.add({ minutes: 3 }))
    if (verb === 'return') return
  }
  throw new Error('a case that never ends')
}

/** The contact sees who has it now; nobody once it has ended. */
async function findAsked({ ask }: Browser, { kind: subjectKind, id: subjectId }: Subject, at: Temporal.Instant) {
  const { id } = await ask(flow.findCase, { subjectKind, subjectId }, at)
  if (id === null) return null
  const { state, nodes } = await ask(flow.openCase, { id }, at)
  if (state !== 'running') return null
  const [name] = nodes.filter((node) => node.state === 'current').flatMap(({ people }) => people)
  return PEOPLE.find((person) => person.name === name) ?? null
}
