import type { Wording } from '../wording.ts'
import type { WorkProblem } from './work-record.ts'
import type { WorkStep } from './work-schema.ts'

/** Parameters: the `number` of the line, or the `count` of open steps. */
export const WORK_PROBLEMS: Readonly<Record<WorkProblem['code'], Wording>> = {
  'span-reversed': { zh: '第 {number} 条工时的结束不晚于开始。', en: 'Time {number} ends no later than it begins.' },
  'span-ahead': { zh: '第 {number} 条工时还没有到。', en: 'Time {number} lies ahead.' },
  'span-doubled': {
    zh: '第 {number} 条工时与同一人的另一条重叠。',
    en: 'Time {number} overlaps another one of the same person.',
  },
  'reason-lacking': { zh: '第 {number} 步未做，请写明原因。', en: 'Step {number} was left out; say why.' },
  'steps-open': { zh: '还有 {count} 步没有做完。', en: '{count} steps are still open.' },
}

export const STEP_WORDS: Readonly<Record<WorkStep['state'], Wording>> = {
  open: { zh: '待做', en: 'to do' },
  done: { zh: '已做', en: 'done' },
  'left-out': { zh: '未做', en: 'left out' },
}
