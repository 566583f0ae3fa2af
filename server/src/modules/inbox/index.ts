export { listAllowed } from './channel-store.ts'
export { inboxModule } from './module.ts'
export { type NewMessage, sendMessages } from './send-messages.ts'
