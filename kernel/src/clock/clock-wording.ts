import { type Language, say, type Wording } from '../wording.ts'
import { PAUSE_WORDS } from './clock-words.ts'
import type { SequenceCode } from './order-events.ts'
import type { SegmentReason } from './segment.ts'

const SEGMENT_WORDING: Readonly<Record<SegmentReason['code'], Wording>> = {
  counted: { zh: '计时', en: 'counted' },
  'repair-did-not-hold': {
    zh: '工单重新打开，修复未成功，这段时间照计',
    en: 'counted: the ticket was reopened, so the repair did not hold',
  },
  'pause-not-agreed': {
    zh: '{pause}：不在约定的暂停事由内，照计',
    en: 'counted: {pause} is no agreed reason to pause',
  },
  paused: { zh: '暂停：{pause}', en: 'paused: {pause}' },
  stopped: { zh: '已停表，至重新打开', en: 'stopped until it was reopened' },
  'after-hours': { zh: '不在服务时间', en: 'outside service hours' },
  'rest-day': { zh: '休息日', en: 'day of rest' },
  holiday: { zh: '放假：{name}', en: 'holiday: {name}' },
  'out-of-term': { zh: '不在学期内', en: 'outside the school term' },
}

/** Why a segment is counted or not, in one phrase. */
export function saySegment(reason: SegmentReason, language: Language): string {
  const parameters = {
    ...('pause' in reason ? { pause: PAUSE_WORDS[reason.pause][language] } : {}),
    ...('name' in reason ? { name: reason.name[language] } : {}),
  }
  return say(SEGMENT_WORDING[reason.code], language, parameters)
}

/** Parameters: `number` and `at` of the event that does not fit. */
export const SEQUENCE_WORDING: Readonly<Record<SequenceCode, Wording>> = {
  'not-reported': {
    zh: '没有接报记录，无法计时。请先补录接报时间。',
    en: 'There is no report, so nothing can be timed. Enter when it was reported.',
  },
  'reported-twice': {
    zh: '第 {number} 条记录（{at}）又是一次接报。一张工单只接报一次，请另立工单或改为重新打开。',
    en: 'Entry {number} ({at}) reports the ticket again. A ticket is reported once: open another one, or reopen this one.',
  },
  'before-report': {
    zh: '第 {number} 条记录（{at}）早于接报。请核对时间。',
    en: 'Entry {number} ({at}) lies before the report. Check its time.',
  },
  'entered-before-it-happened': {
    zh: '第 {number} 条记录的发生时间（{at}）晚于录入时间。请核对时间。',
    en: 'Entry {number} was written down before it happened ({at}). Check its time.',
  },
  'number-twice': {
    zh: '第 {number} 条记录的序号重复（{at}）。请重新录入。',
    en: 'Entry {number} ({at}) stands twice. Enter it anew.',
  },
  'already-paused': {
    zh: '第 {number} 条记录（{at}）暂停时，计时已经暂停。请先录入恢复计时。',
    en: 'Entry {number} ({at}) pauses what is paused already. Enter first when it went on.',
  },
  'not-paused': {
    zh: '第 {number} 条记录（{at}）恢复计时，但此前没有暂停。请先录入暂停及其事由。',
    en: 'Entry {number} ({at}) goes on, but nothing was paused. Enter the pause and its reason first.',
  },
  'already-restored': {
    zh: '第 {number} 条记录（{at}）恢复服务，但此前已经恢复。如再次中断，请先重新打开。',
    en: 'Entry {number} ({at}) restores what works already. If it failed again, reopen the ticket first.',
  },
  'already-resolved': {
    zh: '第 {number} 条记录（{at}）晚于办结。如需继续处理，请先重新打开。',
    en: 'Entry {number} ({at}) comes after the ticket was resolved. Reopen it first.',
  },
  'nothing-to-reopen': {
    zh: '第 {number} 条记录（{at}）重新打开，但工单尚未恢复或办结。请核对时间。',
    en: 'Entry {number} ({at}) reopens a ticket that was neither restored nor resolved. Check its time.',
  },
  'withdrawn-before': {
    zh: '第 {number} 条记录（{at}）晚于撤销。请另立工单。',
    en: 'Entry {number} ({at}) comes after the ticket was withdrawn. Open another one.',
  },
}
