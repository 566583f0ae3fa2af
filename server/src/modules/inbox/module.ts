import { inbox } from '@shiji/contract/inbox'
import { doJob } from '#platform/jobs/job'
import { recur } from '#platform/jobs/recurring'
import { defineModule, route } from '#platform/module'
import { allowAddress, forbidAddress, listAddresses } from './addresses.ts'
import { CARRY, carrySending } from './carry-sending.ts'
import { addChannel, changeChannel } from './keep-channel.ts'
import { listChannels } from './list-channels.ts'
import { countMessages, listMessages, readMessages } from './list-messages.ts'
import { planSendings } from './plan-sendings.ts'
import { keepPreferences, readPreferences } from './preferences.ts'
import { retryFailed } from './retry-failed.ts'
import { testChannel } from './test-channel.ts'

export const inboxModule = defineModule({
  name: 'inbox',
  dependsOn: ['directory'],
  permissions: ['inbox.manage'],
  live: { messages: null },
  routes: [
    route(inbox.listMessages, listMessages),
    route(inbox.countMessages, countMessages),
    route(inbox.readMessages, readMessages),
    route(inbox.readPreferences, readPreferences),
    route(inbox.keepPreferences, keepPreferences),
    route(inbox.listChannels, listChannels),
    route(inbox.addChannel, addChannel),
    route(inbox.changeChannel, changeChannel),
    route(inbox.testChannel, testChannel),
    route(inbox.retryFailed, retryFailed),
    route(inbox.listAddresses, listAddresses),
    route(inbox.allowAddress, allowAddress),
    route(inbox.forbidAddress, forbidAddress),
  ],
  jobs: [doJob(CARRY, carrySending)],
  recurring: [recur('inbox.plan-sendings', { every: 'minute' }, planSendings)],
})
