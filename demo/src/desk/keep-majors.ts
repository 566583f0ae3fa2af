import { desk } from '@shiji/contract/desk'
import { deskMajors } from '@shiji/contract/desk-majors'
import type { Browser, DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_CENTRE } from '../offices.ts'
import { whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'

const DAY = '2025-09-02'

/** The wiped firewall of the first school days: declared, announced, ended within the hour, and reviewed the next day. */
export async function keepMajors(server: DemoServer): Promise<void> {
  const at = (time: string, day = DAY) => officeTime(day, time)
  const { ask } = await signIn(server, whoIs(EDUCATION_CENTRE, 'engineer'), at('08:20'))
  const { tickets } = await ask(desk.listTickets, { state: 'all', search: '外网全断' }, at('08:20'))
  const [ticket] = tickets
  if (ticket === undefined) throw new Error('nobody called about the firewall')
  const { id } = ticket
  await ask(deskMajors.declareMajor, { id, reason: '开学第二天，全区外网中断' }, at('08:21'))
  await ask(deskMajors.leadMajor, { id, personId: await managerOf(ask, at('08:21')) }, at('08:22'))
  await ask(deskMajors.noteMajor, { id, words: '防火墙策略被误删，备份策略在凌晨两点' }, at('08:25'))
  const words = '外网中断，正在恢复策略。网上课表暂时打不开，请先用纸质课表。'
  const nextUpdateAt = at('08:55').toString()
  await ask(deskMajors.announceMajor, { id, words, nextUpdateAt }, at('08:27'))
  await ask(deskMajors.endMajor, { id, words: '策略已恢复，外网正常。', isOver: true }, at('08:52'))
  const course = '维护人员清理旧策略时选错条目，外网策略全部被删；四十分钟后从备份恢复。'
  const cause = '策略变更没有报批，也没有第二个人核对。'
  const measures = '策略变更一律走变更审批；删除前先导出，由另一人核对后执行。'
  const nextDay = await signIn(server, whoIs(EDUCATION_CENTRE, 'engineer'), at('10:25', '2025-09-03'))
  await nextDay.ask(deskMajors.reviewMajor, { id, course, cause, measures }, at('10:30', '2025-09-03'))
}

async function managerOf(ask: Browser['ask'], at: Temporal.Instant) {
  const { name } = whoIs(EDUCATION_CENTRE, 'centre-manager')
  const [manager] = await ask(desk.findCallers, { search: name }, at)
  if (manager === undefined) throw new Error(`${name} is not there`)
  return manager.id
}
