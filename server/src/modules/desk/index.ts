export { ticketChanged } from './desk-events.ts'
export { deskModule } from './module.ts'
export { bringRegister } from './register/bring-register.ts'
export type { PastTicket } from './register/past-ticket.ts'
