import { desk } from '@shiji/contract/desk'
import { type ArticleText, deskArticles } from '@shiji/contract/desk-articles'
import type { DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_CENTRE } from '../offices.ts'
import { whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'

const WRITTEN_ON = '2026-02-05'
const VALID_UNTIL = '2027-02-05'
const USED = 4

type Known = Omit<ArticleText, 'validUntil'> & {
  /** Words of calls it was used for; none for what nobody has confirmed. */
  readonly usedFor: string
  readonly helped: readonly boolean[]
}

const ARTICLES: readonly Known[] = [
  {
    title: '整层断网先看接入交换机电源',
    service: 'network',
    audience: 'team',
    symptoms: '整层断网，几个教室同时无法上网，无线也没有信号',
    remedy:
      '1. 到弱电间看接入交换机电源灯。\n2. 灯不亮：换用备用电源模块，等三分钟。\n3. 灯亮：看上联口，重插光模块。\n4. 恢复后在工单写明更换件的序列号。',
    usedFor: '整层断网',
    helped: [true, true, true, false],
  },
  {
    title: '打印机卡纸怎么清',
    service: 'printing',
    audience: 'everybody',
    symptoms: '打印机卡纸，纸出一半停住，提示开盖',
    remedy:
      '1. 关电源，打开前盖和后盖。\n2. 双手顺着出纸方向慢慢抽出纸。\n3. 看看有没有碎纸留在里面。\n4. 合上盖再开机；一天内再卡，请报修更换搓纸轮。',
    usedFor: '卡纸',
    helped: [true, true, true],
  },
  {
    title: '无线信号时断时续的排查顺序',
    service: 'network',
    audience: 'team',
    symptoms: '无线信号时断时续，走到走廊就好，上课时多人同时掉线',
    remedy:
      '1. 看接入点在线时长，半天内重启过先查供电。\n2. 看信道占用，超过六成改信道。\n3. 同一接入点超过四十人在线，加装接入点。',
    usedFor: '时断时续',
    helped: [true, false],
  },
  {
    title: '办公平台打不开先清缓存',
    service: 'application',
    audience: 'everybody',
    symptoms: '办公平台打不开，点开是空白页，别人的电脑正常',
    remedy:
      '1. 按 Ctrl+F5 重新打开。\n2. 还不行：清除浏览器缓存后再登录。\n3. 换一个浏览器试试；都不行请报修，说明看到的提示。',
    usedFor: '办公平台打不开',
    helped: [true, true],
  },
  {
    title: '视频会议没有声音',
    service: 'meeting',
    audience: 'team',
    symptoms: '视频会议没有声音，对方听不到我方说话',
    remedy: '1. 看话筒开关灯。\n2. 在会议终端里把音频输入改为会议室话筒。\n3. 试音一句，请对方回答。',
    usedFor: '',
    helped: [],
  },
]

/** What the engineers wrote down of what helps; all but the last was confirmed by the duty operator. */
export async function keepKnowledge(server: DemoServer): Promise<void> {
  const at = officeTime(WRITTEN_ON, '16:00')
  const engineer = await signIn(server, whoIs(EDUCATION_CENTRE, 'engineer'), at)
  const operator = await signIn(server, whoIs(EDUCATION_CENTRE, 'duty-operator'), at)
  for (const { usedFor, helped, ...text } of ARTICLES) {
    const { id } = await engineer.ask(deskArticles.writeArticle, { ...text, validUntil: VALID_UNTIL }, at)
    if (usedFor === '') continue
    await operator.ask(deskArticles.confirmArticle, { id, version: 1 }, at)
    const { tickets } = await engineer.ask(desk.listTickets, { state: 'all', search: usedFor }, at)
    for (const [index, ticket] of tickets.slice(0, USED).entries()) {
      const verdict = helped[index]
      if (verdict === undefined) continue
      await engineer.ask(deskArticles.useArticle, { id: ticket.id, articleId: id, helped: verdict }, at)
    }
  }
}
