import { desk } from '@shiji/contract/desk'
import { deskProblems } from '@shiji/contract/desk-problems'
import type { DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_CENTRE } from '../offices.ts'
import { whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'

const OPENED_ON = '2026-03-04'
const MOST = 4

/** One whose cause is known and waits for its change, and one whose cause is still looked for. */
const PROBLEMS = [
  {
    about: '整层断网',
    title: '教学楼接入交换机电源反复损坏',
    study: { cause: '同一批次电源模块在高温下过早老化', workaround: '换用备用电源模块，先恢复再报修' },
  },
  { about: '信号时断时续', title: '年级组无线信号反复中断', study: null },
] as const

export async function keepProblems(server: DemoServer): Promise<void> {
  const at = officeTime(OPENED_ON, '15:00')
  const { ask } = await signIn(server, whoIs(EDUCATION_CENTRE, 'engineer'), at)
  for (const { about, title, study } of PROBLEMS) {
    const { tickets } = await ask(desk.listTickets, { state: 'all', search: about }, at)
    const [first, ...others] = tickets.filter(({ kind }) => kind === 'incident').slice(0, MOST)
    if (first === undefined) throw new Error(`nobody called about ${about}`)
    const { id } = await ask(deskProblems.openProblem, { title, ticketId: first.id }, at)
    for (const other of others) await ask(deskProblems.linkIncident, { id, ticketId: other.id }, at)
    if (study !== null) await ask(deskProblems.studyProblem, { id, ...study }, at)
  }
}
