import type { Wording } from '@shiji/kernel/wording'

/** What a person is told, in one sentence; an opinion follows it when there is one. */
export const MESSAGE_WORDS = {
  'task-opened': {
    zh: '待办：{starter}的“{subject}”到了“{node}”，等您办理。',
    en: 'To do: "{subject}" by {starter} waits for you at "{nodeInEnglish}".',
  },
  returned: {
    zh: '退回：“{subject}”被{actor}退回，请修改后重新提交。',
    en: 'Returned: {actor} sent "{subject}" back; mend it and submit again.',
  },
  copied: { zh: '待阅：“{subject}”抄送给您。', en: 'To read: a copy of "{subject}" for you.' },
  urged: {
    zh: '催办：{actor}请您尽快办理“{subject}”（{node}）。',
    en: 'Urged: {actor} asks you to deal with "{subject}" ({nodeInEnglish}).',
  },
  late: {
    zh: '逾期：“{subject}”在“{node}”已过办理期限。',
    en: 'Late: "{subject}" is past its deadline at "{nodeInEnglish}".',
  },
  'deputy-set': {
    zh: '代理：{actor}请您在{from}至{until}代为办理。',
    en: 'Deputy: {actor} asks you to act from {from} until {until}.',
  },
  sampled: {
    zh: '抽中复核：“{subject}”{year} 年的自评被抽中，请备好佐证。',
    en: 'Sampled: the self-evaluation of "{subject}" for {year} is looked at again; keep its proof at hand.',
  },
  'expert-asked': {
    zh: '专家评分：{actor}请您给“{subject}”评分。',
    en: 'Key evaluation: {actor} asks you to score "{subject}".',
  },
  'expert-taken-back': {
    zh: '专家评分：{actor}收回了“{subject}”的评分表，不用再评。',
    en: 'Key evaluation: {actor} took the sheet for "{subject}" back; nothing is left to score.',
  },
  'expert-signed': {
    zh: '专家评分：{actor}已给“{subject}”评分并签名。',
    en: 'Key evaluation: {actor} scored "{subject}" and signed.',
  },
  're-evaluated': {
    zh: '复核结果：“{subject}”自评 {self} 分，复核 {total} 分{grade}。',
    en: 'Re-evaluated: "{subject}" gave itself {self} points and was given {total}{grade}.',
  },
  'rectification-issued': {
    zh: '整改通知：{actor}要求“{subject}”在{due}前答复。',
    en: 'Notice to correct: {actor} wants an answer on "{subject}" by {due}.',
  },
  'rectification-due': {
    zh: '整改将到期：“{subject}”的整改通知须在{due}前答复。',
    en: 'Due soon: the notice on "{subject}" must be answered by {due}.',
  },
  'rectification-late': {
    zh: '整改逾期：“{subject}”的整改通知应在{due}前答复，还没有答复。',
    en: 'Late: the notice on "{subject}" was due by {due} and is unanswered.',
  },
  'rectification-answered': {
    zh: '整改答复：{actor}答复了“{subject}”的整改通知，请认可或再提要求。',
    en: 'Answered: {actor} answered the notice on "{subject}"; accept it or ask again.',
  },
  'rectification-again': {
    zh: '整改再提要求：{actor}对“{subject}”的答复还有要求，{due}前补充。',
    en: 'Asked again: {actor} wants more on "{subject}" by {due}.',
  },
  'rectification-closed': {
    zh: '整改销号：{actor}认可了“{subject}”的整改。',
    en: 'Closed: {actor} accepted the correction of "{subject}".',
  },
  'change-announced': {
    zh: '停机预告：{from} 至 {until}，{subject}。',
    en: 'Planned work: {from} to {until}, {subject}.',
  },
  'swap-asked': {
    zh: '换班：{actor}请您替“{subject}”的班，等您答复。',
    en: 'Swap: {actor} asks you to take "{subject}" and waits for your answer.',
  },
  'swap-agreed': { zh: '换班：{actor}同意了“{subject}”的换班。', en: 'Swap: {actor} agreed on "{subject}".' },
  'swap-declined': { zh: '换班：{actor}没有同意“{subject}”的换班。', en: 'Swap: {actor} declined "{subject}".' },
  'swap-withdrawn': { zh: '换班：{actor}撤回了“{subject}”的换班请求。', en: 'Swap: {actor} took "{subject}" back.' },
  'hand-over-waits': {
    zh: '接班：{actor}已在“{subject}”交班签字，等您接班签字。',
    en: 'Hand-over: {actor} has signed for "{subject}" and waits for you to sign.',
  },
  'roster-gap': {
    zh: '缺岗：“{subject}”还缺人，请在此之前排好。',
    en: 'Gap: "{subject}" is short of people; put somebody there before.',
  },
  'regulation-lapses': {
    zh: '制度到期：“{subject}”到 {day} 失效，请修订或另立。',
    en: 'Runs out: "{subject}" is in force until {day}; renew or replace it.',
  },
  'regulation-review': {
    zh: '制度复核：“{subject}”应在 {day} 前复核。',
    en: 'Review due: "{subject}" is to be looked at by {day}.',
  },
  'stock-short': {
    zh: '低于最低库存：“{subject}”还有 {left} {unitWord}，最低 {minimum} {unitWord}，请采购或补足。',
    en: 'Running short: {left} {unitWord} of "{subject}" are left, at least {minimum} should be; buy or bring some.',
  },
  'incident-announced': { zh: '重大事件：{subject}。', en: 'Major incident: {subject}.' },
  'update-due': {
    zh: '该发布进展了：{subject}，约定的时间已到。',
    en: 'An update is due: {subject}; the promised time has come.',
  },
  'ticket-on-duty': {
    zh: '值班：{number} 待受理，{subject}。',
    en: 'On duty: {number} waits for somebody, {subject}.',
  },
  'step-on-duty': {
    zh: '值班：{number} 的时限已用 {percent}%，{subject}。',
    en: 'On duty: {percent}% of a time limit of {number} is used, {subject}.',
  },
  trial: { zh: '试发：这条消息用来检查渠道，不用处理。', en: 'Trial: this message only checks the channel.' },
  'case-approved': { zh: '办结：“{subject}”全部通过。', en: 'Done: "{subject}" was approved.' },
  'case-disagreed': { zh: '办结：“{subject}”未获同意。', en: 'Done: "{subject}" was not agreed.' },
  'case-rejected': { zh: '办结：“{subject}”被驳回。', en: 'Done: "{subject}" was rejected.' },
  'case-voided': { zh: '办结：“{subject}”已作废。', en: 'Done: "{subject}" was voided.' },
} as const satisfies Record<string, Wording>

export type MessageCode = keyof typeof MESSAGE_WORDS

/** The short name of a kind of message, with which a digest counts. */
export const MESSAGE_KINDS: Readonly<Record<MessageCode, Wording>> = {
  'task-opened': { zh: '待办', en: 'to do' },
  returned: { zh: '退回', en: 'returned' },
  copied: { zh: '待阅', en: 'to read' },
  urged: { zh: '催办', en: 'urged' },
  late: { zh: '逾期', en: 'late' },
  'deputy-set': { zh: '代理', en: 'deputies' },
  sampled: { zh: '抽中复核', en: 'sampled' },
  'expert-asked': { zh: '请您评分', en: 'to score' },
  'expert-taken-back': { zh: '不用再评', en: 'taken back' },
  'expert-signed': { zh: '专家已评分', en: 'scored by experts' },
  're-evaluated': { zh: '复核结果', en: 're-evaluated' },
  'rectification-issued': { zh: '整改通知', en: 'notices to correct' },
  'rectification-due': { zh: '整改将到期', en: 'corrections due soon' },
  'rectification-late': { zh: '整改逾期', en: 'corrections late' },
  'rectification-answered': { zh: '整改答复', en: 'answers to notices' },
  'rectification-again': { zh: '整改再提要求', en: 'asked again' },
  'rectification-closed': { zh: '整改销号', en: 'corrections closed' },
  'change-announced': { zh: '停机预告', en: 'planned work' },
  'swap-asked': { zh: '请求换班', en: 'swaps asked' },
  'swap-agreed': { zh: '同意换班', en: 'swaps agreed' },
  'swap-declined': { zh: '不同意换班', en: 'swaps declined' },
  'swap-withdrawn': { zh: '撤回换班', en: 'swaps taken back' },
  'hand-over-waits': { zh: '等接班', en: 'hand-overs' },
  'roster-gap': { zh: '缺岗', en: 'gaps' },
  'regulation-lapses': { zh: '制度到期', en: 'rules running out' },
  'regulation-review': { zh: '制度复核', en: 'reviews due' },
  'stock-short': { zh: '低于最低库存', en: 'running short' },
  'incident-announced': { zh: '重大事件', en: 'major incidents' },
  'update-due': { zh: '进展到期', en: 'updates due' },
  'ticket-on-duty': { zh: '值班工单', en: 'tickets on duty' },
  'step-on-duty': { zh: '值班催办', en: 'reminders on duty' },
  trial: { zh: '试发', en: 'trial' },
  'case-approved': { zh: '通过', en: 'approved' },
  'case-disagreed': { zh: '未获同意', en: 'not agreed' },
  'case-rejected': { zh: '驳回', en: 'rejected' },
  'case-voided': { zh: '作废', en: 'voided' },
}

/** Why something did not leave the house, or was not taken where it went. */
export const SENDING_WORDS = {
  'channel-locked': {
    zh: '本服务器没有封存该渠道地址和密钥所用的密钥（数据目录中的 secrets.key）。没有发出。请放回该文件，或重新填写地址和密钥。',
    en: "This server lacks the key this channel's address and secret were sealed with (secrets.key in the data folder). Nothing was sent. Put the file back, or enter address and secret again.",
  },
  'address-not-allowed': {
    zh: '地址 {host}:{port} 不在允许的地址单中。没有发出。请系统管理员先加入该地址。',
    en: 'The address {host}:{port} is not on the list of allowed addresses. Nothing was sent. Add it first.',
  },
  'address-too-near': {
    zh: '{host} 指向内部地址 {address}，未获准访问。没有发出。确需访问时，请在地址单中改为允许内网或本机。',
    en: '{host} leads to the inside address {address}, which is not allowed. Nothing was sent. Allow it in the list if meant.',
  },
  'address-unknown': {
    zh: '找不到主机 {host}。没有发出。请核对地址或域名解析。',
    en: 'The host {host} cannot be found. Nothing was sent.',
  },
  'address-unreadable': {
    zh: '地址不完整，应以 https:// 或 http:// 开头。',
    en: 'The address is incomplete: it begins with https:// or http://.',
  },
  'not-reached': {
    zh: '连不上 {host}:{port}（{reason}）。稍后自动重试。',
    en: '{host}:{port} cannot be reached ({reason}). It is tried again.',
  },
  'answered-badly': {
    zh: '对方回复状态 {status}。稍后自动重试。',
    en: 'The other side answered {status}. It is tried again.',
  },
  redirected: {
    zh: '对方要求转到别处（状态 {status}），按规定不跟随。请填写最终地址。',
    en: 'The other side redirects ({status}), which is not followed. Enter the final address.',
  },
  'robot-refused': {
    zh: '机器人没有接受（代码 {code}）：{reason}',
    en: 'The robot did not accept it (code {code}): {reason}',
  },
  'mail-refused': { zh: '邮件服务器没有接受：{reason}', en: 'The mail server did not accept it: {reason}' },
  'no-mail-address': { zh: '收件人没有填写邮箱。', en: 'The person has no e-mail address.' },
} as const satisfies Record<string, Wording>

export type SendingProblemCode = keyof typeof SENDING_WORDS
