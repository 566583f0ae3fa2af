import type { TicketState } from '@shiji/kernel/ticket/ticket-state'
import type { Wording } from '@shiji/kernel/wording'

/** Whoever reports without giving a name. */
export const NO_NAME: Wording = { zh: '扫码报修（未留名）', en: 'by QR code, no name given' }

/** How a ticket stands, for those who wait for it. */
export const STANDS: Readonly<Record<TicketState, Wording>> = {
  waiting: { zh: '已收到，等待受理', en: 'received, waiting to be taken up' },
  working: { zh: '已受理，正在处理', en: 'taken up, being worked on' },
  paused: { zh: '已受理，暂停中（等备件或等进场）', en: 'taken up, waiting for a part or for access' },
  resolved: { zh: '已处理好', en: 'settled' },
  closed: { zh: '已处理好', en: 'settled' },
  withdrawn: {
    zh: '已撤销。如果还有问题，请重新扫码报修',
    en: 'withdrawn. If the trouble is still there, scan the code again',
  },
}
