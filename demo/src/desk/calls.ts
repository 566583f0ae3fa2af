import type { Scope, TicketKind } from '@shiji/kernel/severity/ticket-class'

/** What people of the district call about, and how it usually ends. */
export type CallKind = {
  readonly what: string
  readonly service: string
  readonly scope: Scope
  readonly kind: TicketKind
  readonly cause: string
  readonly done: string
}

/** `what | service | scope | kind | cause | what was done` */
const CALLS = `
二楼办公室无法上网|network|department|incident|configuration|重新启用接入端口并核对地址
三年级组无线信号时断时续|network|department|incident|hardware|更换无线接入点
一台电脑连不上网|network|one|incident|use|重插网线，恢复正常
教学楼整层断网|network|building|incident|hardware|更换接入交换机电源
电脑开不了机|computer|one|incident|hardware|更换电源
电脑很慢，打开文件要等几分钟|computer|one|incident|software|清理开机启动项，加装内存
新到两台电脑需要安装|computer|one|request|use|安装系统和常用软件，登记入册
打印机卡纸|printing|one|incident|use|清理纸路，更换搓纸轮
打印机打出来有黑条|printing|one|incident|hardware|更换硒鼓
要装打印驱动|printing|one|request|use|远程安装驱动并试打
会议室投影不亮|meeting|department|incident|hardware|更换灯泡
视频会议没有声音|meeting|department|incident|configuration|调整音频输入
下午有一场视频会议，请提前调试|meeting|one|request|use|会前调试音视频，全程值守
忘记了办公平台密码|account|one|request|use|核验身份后重置
新老师需要开通账号|account|one|request|use|按名单开通并告知本人
办公平台打不开|application|one|incident|software|清理浏览器缓存，恢复正常
办公平台传文件失败|application|department|incident|software|调整上传限额并重启服务
报表提交后看不到|application|one|incident|software|补跑汇总任务
机房温度偏高|facility|one|incident|environment|清洗空调滤网
弱电间有异味|facility|one|incident|environment|更换老化的插排
一体机触摸不灵|other|one|incident|hardware|校准屏幕
想了解怎样申请移动存储|other|one|request|use|发送办事指南并答疑
`

export const CALL_KINDS: readonly CallKind[] = CALLS.trim()
  .split('\n')
  .map((line) => {
    const [what = '', service = '', scope = '', kind = '', cause = '', done = ''] = line.split('|')
    return { what, service, scope: scope as Scope, kind: kind as TicketKind, cause, done }
  })

export const PLACES = ['教学楼', '综合楼', '行政楼', '实验楼', '图书馆', '体育馆', '食堂二楼', '门卫室'] as const
