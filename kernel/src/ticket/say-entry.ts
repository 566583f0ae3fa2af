import { PAUSE_WORDS } from '../clock/clock-words.ts'
import { type Language, say, type Wording } from '../wording.ts'
import type { Manner, TicketDeed } from './ticket-deed.ts'
import { LAYER_WORDS, SCOPE_WORDS, SEVERITY_WORDS } from './ticket-wording.ts'

/** What stands in the timeline: the logging of the call, or a deed with the names it speaks of. */
export type Entry =
  | { readonly kind: 'reported'; readonly caller: string; readonly what: string; readonly reason: string }
  | { readonly kind: 'deed'; readonly deed: TicketDeed; readonly name?: string; readonly cause?: string }

export const MANNER_WORDS: Readonly<Record<Manner, Wording>> = {
  'on-site': { zh: '现场', en: 'on site' },
  telephone: { zh: '电话', en: 'by telephone' },
  remote: { zh: '远程', en: 'remotely' },
}

const REPORTED = { zh: '{caller}报：{what}', en: '{caller} reported: {what}' }
const REPORTED_LATE = {
  zh: '{caller}报：{what}（补录：{reason}）',
  en: '{caller} reported: {what} (entered late: {reason})',
}

const DEEDS: Readonly<Record<TicketDeed['kind'], Wording>> = {
  accept: { zh: '受理', en: 'accepted it' },
  arrive: { zh: '到达现场', en: 'arrived on site' },
  restore: { zh: '恢复了服务', en: 'restored the service' },
  resolve: { zh: '完成（{manner}）', en: 'resolved it {manner}' },
  close: { zh: '关闭，原因：{cause}', en: 'closed it; cause: {cause}' },
  pause: { zh: '挂起：{pause}', en: 'paused it: {pause}' },
  resume: { zh: '继续处理', en: 'went on' },
  reopen: { zh: '重新打开', en: 'reopened it' },
  cancel: { zh: '撤销', en: 'withdrew it' },
  merge: { zh: '并入 {name}', en: 'merged it into {name}' },
  reassign: { zh: '转派给 {name}', en: 'reassigned it to {name}' },
  classify: {
    zh: '改定级：{severity}，范围{scope}，层级{layer}',
    en: 'classified it {severity}, {scope}, layer {layer}',
  },
  confirm: { zh: '复核了定级', en: 'confirmed the class' },
  project: { zh: '归入项目“{name}”', en: 'put it under the project {name}' },
  note: { zh: '补充', en: 'noted' },
}

const NO_LAYER = { zh: '未定', en: 'none' }

/** One sentence of the timeline, without who and when. */
export function sayEntry(entry: Entry, language: Language): string {
  if (entry.kind === 'reported') return say(entry.reason === '' ? REPORTED : REPORTED_LATE, language, entry)
  const { deed, name = '', cause = '' } = entry
  const sentence = say(DEEDS[deed.kind], language, { name, cause, ...namesIn(deed, language) })
  const note = 'note' in deed ? deed.note : ''
  return note === '' ? sentence : `${sentence}${language === 'zh' ? '：' : ': '}${note}`
}

function namesIn(deed: TicketDeed, language: Language): Readonly<Record<string, string>> {
  if (deed.kind === 'resolve') return { manner: MANNER_WORDS[deed.manner][language] }
  if (deed.kind === 'pause') return { pause: PAUSE_WORDS[deed.reason][language] }
  if (deed.kind !== 'classify') return {}
  const layer = (deed.layer === null ? NO_LAYER : LAYER_WORDS[deed.layer])[language]
  return { severity: SEVERITY_WORDS[deed.severity][language], scope: SCOPE_WORDS[deed.scope][language], layer }
}
