import type { DeedKind } from '@shiji/kernel/ticket/ticket-deed'

/**
 * What a person needs to do a thing to a ticket. A report nobody of the desk has classified is confirmed by whoever
 * takes it up: they are the second person.
 */
export function permissionFor(kind: DeedKind, { classifiedBy }: { readonly classifiedBy: string | null }): string {
  return kind === 'confirm' && classifiedBy === null ? 'desk.work' : DEED_PERMISSION[kind]
}

const DEED_PERMISSION: Readonly<Record<DeedKind, string>> = {
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
  project: 'desk.work',
  reopen: 'desk.log',
  note: 'desk.log',
}
