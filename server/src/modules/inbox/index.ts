export { listAllowed } from './channel-store.ts'
export { inboxModule } from './module.ts'
export { findPersonByMail } from './preferences.ts'
export { type NewMessage, sendMessages } from './send-messages.ts'
