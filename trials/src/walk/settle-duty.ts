import { randomUUID } from 'node:crypto'
import type { AnswerBody } from '@shiji/server/testing/answer-body'
import { NOW } from '../office/found-office.ts'

type Run = (name: string, input: object, who?: 'everybody' | 'contact') => Promise<AnswerBody>
type Two = { readonly unitId: string; readonly personId: string; readonly colleagueId: string }
type Shift = {
  readonly id: string
  readonly day: string
  readonly slot: number
  readonly turns: readonly { readonly id: string }[]
}

/** Two people on duty: the roster is made, a swap agreed, one checks in, and the shift is handed over. */
export async function goThroughDuty(run: Run, { unitId, personId, colleagueId }: Two): Promise<void> {
  const ask = (name: string, input: object = {}) => run(name, input, 'everybody')
  const today = NOW.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
  // Now is nine in the morning: one shift nears its end, the next is about to begin.
  const windows = [
    { from: '07:30', to: '09:30' },
    { from: '09:30', to: '18:00' },
  ]
  const frequency = { kind: 'windows', days: 'every-day', windows }
  const terms = { from: today, until: null, frequency, graceHours: 1 }
  const plan = { id: randomUUID(), unitId, projectId: null, kind: 'duty', name: '值守', routeId: null, ...terms }
  const { id } = await ask('makePlan', plan)
  await ask('listDutyPeople', { id })
  await ask('setRotation', { id, from: today, turns: 'shift', people: [personId, colleagueId] })
  const roster = async (): Promise<Shift[]> => (await ask('readRoster', { id, month: today.slice(0, 7) })).shifts
  const [first, second] = await roster()
  await ask('setTurns', { id: first?.id, people: [colleagueId], why: '补排' })
  await ask('setTurns', { id: second?.id, people: [personId], why: '补排' })

  const shifts = await roster()
  const turnOf = (index: number) => shifts[index]?.turns[0]?.id
  await run('checkTurn', { id: turnOf(0), way: 'in' }, 'contact')
  await run('giveHandOver', { id: shifts[0]?.id, note: '无遗留' }, 'contact')
  await ask('openHandOver', { id: shifts[0]?.id })
  await ask('takeHandOver', { id: shifts[0]?.id })
  const ahead = shifts.find((shift, index) => index > 1 && shift.slot === 0)
  const swapId = randomUUID()
  const asked = { id: swapId, turnId: ahead?.turns[0]?.id, personId: colleagueId, backTurnId: null, why: '出差' }
  await ask('askSwap', asked)
  await ask('readDuty')
  await run('answerSwap', { id: swapId, answer: 'agreed' }, 'contact')
}
