import { SEQUENCE_WORDING } from '../clock/clock-wording.ts'
import type { Wording } from '../wording.ts'
import type { TicketProblemCode } from './ticket-life.ts'

/** Parameters: `number` and `at` of the entry that does not fit. */
export const TICKET_PROBLEMS: Readonly<Record<TicketProblemCode, Wording>> = {
  ...SEQUENCE_WORDING,
  'not-resolved': {
    zh: '工单尚未完成，不能关闭。请先完成。',
    en: 'The ticket is not resolved, so it cannot be closed. Resolve it first.',
  },
  'closed-before': {
    zh: '第 {number} 条记录（{at}）晚于关闭。如需继续处理，请先重新打开。',
    en: 'Entry {number} ({at}) comes after the ticket was closed. Reopen it first.',
  },
}
