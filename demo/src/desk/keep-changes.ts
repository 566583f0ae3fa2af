import { type ChangePlan, deskChanges } from '@shiji/contract/desk-changes'
import { deskTeams } from '@shiji/contract/desk-teams'
import { flow } from '@shiji/contract/flow'
import type { ChangeResult } from '@shiji/kernel/change/change-life'
import type { z } from 'zod'
import type { DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_BUREAU, EDUCATION_CENTRE, OFFICE_SERVICES } from '../offices.ts'
import { type DemoPerson, whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'

type DemoChange = {
  readonly by: DemoPerson
  readonly approver: DemoPerson
  readonly place: string
  readonly filedOn: string
  readonly day: string
  readonly window: readonly [from: string, until: string]
  readonly plan: Pick<z.input<typeof ChangePlan>, 'what' | 'why' | 'risk' | 'backOut' | 'services'>
  readonly told: string | null
  readonly result: {
    readonly is: ChangeResult
    readonly note: string
    readonly really: readonly [string, string] | null
  }
}

const CENTRE = {
  by: whoIs(EDUCATION_CENTRE, 'engineer'),
  approver: whoIs(EDUCATION_CENTRE, 'centre-manager'),
  place: EDUCATION_BUREAU,
}
const SERVICES = {
  by: whoIs(OFFICE_SERVICES, 'engineer'),
  approver: whoIs(OFFICE_SERVICES, 'project-leader'),
  place: OFFICE_SERVICES,
}

/** Windows as an office keeps them: most go well, one goes back, one comes to nothing, and one was told to nobody. */
const CHANGES: readonly DemoChange[] = [
  {
    ...CENTRE,
    filedOn: '2025-08-11',
    day: '2025-08-16',
    window: ['20:00', '23:30'],
    plan: {
      what: '学籍、招生数据库安装季度补丁',
      why: '厂家通告的安全缺陷，须在开学前修补',
      risk: 'medium',
      backOut: '补丁前做全量备份，异常时恢复备份，约 40 分钟',
      services: ['application'],
    },
    told: '8 月 16 日 20:00 至 23:30 学籍、招生系统停用，请避开该时段。',
    result: { is: 'succeeded', note: '两库补丁装完，核对版本与业务查询正常', really: ['20:08', '22:42'] },
  },
  {
    ...CENTRE,
    filedOn: '2026-03-10',
    day: '2026-03-14',
    window: ['22:00', '23:50'],
    plan: {
      what: '教育城域网核心交换机升级系统',
      why: '厂家通告的缺陷会使端口偶发中断',
      risk: 'medium',
      backOut: '保留旧系统分区，异常时从旧分区启动，约 15 分钟',
      services: ['network'],
    },
    told: '3 月 14 日 22:00 起全区学校断网约两小时，请提前保存在线工作。',
    result: { is: 'succeeded', note: '升级完成，抽查 6 所学校正常', really: ['22:05', '23:20'] },
  },
  {
    ...CENTRE,
    filedOn: '2026-04-08',
    day: '2026-04-11',
    window: ['20:00', '23:00'],
    plan: {
      what: '统一身份认证更换证书',
      why: '原证书 4 月 20 日到期',
      risk: 'high',
      backOut: '保留原证书，两分钟内换回',
      services: ['account', 'application'],
    },
    told: '4 月 11 日晚登录可能中断，不影响已登录的人。',
    result: { is: 'backed-out', note: '移动端不认新证书链，已换回，补齐中间证书后再报', really: ['20:10', '20:55'] },
  },
  {
    ...SERVICES,
    filedOn: '2026-05-12',
    day: '2026-05-16',
    window: ['08:00', '12:00'],
    plan: {
      what: '机房精密空调更换压缩机',
      why: '巡检发现排气压力偏高',
      risk: 'low',
      backOut: '备用机组带载，不换不影响制冷',
      services: ['facility'],
    },
    told: '5 月 16 日上午机房空调轮换，温度可能上升 2 度。',
    result: { is: 'not-carried-out', note: '压缩机未到货', really: null },
  },
  {
    ...SERVICES,
    filedOn: '2026-06-02',
    day: '2026-06-06',
    window: ['09:00', '11:00'],
    plan: {
      what: '会议室矩阵升级固件',
      why: '分屏偶发黑屏',
      risk: 'low',
      backOut: '刷回原固件',
      services: ['meeting'],
    },
    told: null,
    result: { is: 'succeeded', note: '两间会议室均正常', really: ['09:05', '10:10'] },
  },
]

/** Every change goes its whole way through its use cases, at the time it happened. */
export async function keepChanges(server: DemoServer): Promise<void> {
  for (const change of CHANGES) await keepOne(server, change)
}

async function keepOne(server: DemoServer, change: DemoChange): Promise<void> {
  const { by, approver, filedOn, day, plan, told, result } = change
  const at = (time: string) => officeTime(day, time)
  const [from, until] = change.window.map((time) => at(time).toString()) as [string, string]
  const filing = officeTime(filedOn, '09:30')
  const engineer = await signIn(server, by, filing)
  const [place] = await engineer
    .ask(deskTeams.findServed, { search: change.place }, filing)
    .then((units) => units.filter(({ name }) => name === change.place))
  if (place === undefined) throw new Error(`there is no office ${change.place}`)
  const { id } = await engineer.ask(deskChanges.fileChange, { ...plan, places: [place.id], from, until }, filing)

  const deciding = officeTime(filedOn, '14:20')
  const head = await signIn(server, approver, deciding)
  const { rows } = await head.ask(flow.listBox, { box: 'waiting' }, deciding)
  const row = rows.find(({ subjectId }) => subjectId === id)
  if (row?.task == null) throw new Error(`${approver.name} is asked and does not find ${plan.what}`)
  await head.ask(flow.actOnCase, { id: row.caseId, act: { verb: 'agree', task: row.task, opinion: '同意' } }, deciding)

  const telling = officeTime(filedOn, '16:00')
  const teller = await signIn(server, by, telling)
  if (told !== null) await teller.ask(deskChanges.announceChange, { id, text: told }, telling)
  const { is, note, really } = result
  const [began, ended] = really === null ? [null, null] : really.map((time) => at(time).toString())
  const reporting = at(change.window[1]).add({ minutes: 20 })
  const reporter = await signIn(server, by, reporting)
  const said = { id, result: is, note, began: began ?? null, ended: ended ?? null }
  await reporter.ask(deskChanges.reportChange, said, reporting)
}
