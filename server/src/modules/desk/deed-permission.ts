import type { DeedKind } from '@shiji/kernel/ticket/ticket-deed'

/** What a person needs to do a thing to a ticket. */
export const DEED_PERMISSION: Readonly<Record<DeedKind, string>> = {
  accept: 'desk.work',
  arrive: 'desk.work',
  restore: 'desk.work',
  resolve: 'desk.work',
  close: 'desk.work',
  pause: 'desk.work',
  resume: 'desk.work',
  cancel: 'desk.work',
  merge: 'desk.work',
  reassign: 'desk.work',
  classify: 'desk.work',
  confirm: 'desk.confirm',
  reopen: 'desk.log',
  note: 'desk.log',
}
