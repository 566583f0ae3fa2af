export { ticketChanged } from './desk-events.ts'
export { deskModule } from './module.ts'
