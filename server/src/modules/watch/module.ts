import { watch } from '@shiji/contract/watch'
import { watchAlarms } from '@shiji/contract/watch-alarms'
import { watchPage } from '@shiji/contract/watch-page'
import { CHANGE_REPORTED } from '#modules/desk'
import { listen } from '#platform/events'
import { recur } from '#platform/jobs/recurring'
import { defineModule, route } from '#platform/module'
import { followOutages } from './alarms/follow-outages.ts'
import { listAlarms } from './alarms/list-alarms.ts'
import { beat } from './beat.ts'
import { followChange } from './follow-change.ts'
import { addProbe, changeProbe } from './keep-probe.ts'
import { listProbes } from './list-probes.ts'
import { openProbe } from './open-probe.ts'
import { keepStatusPage, readStatusPage } from './page/keep-status-page.ts'
import { showStatus } from './page/show-status.ts'
import { sumDays } from './sum-days.ts'
import { tryProbe } from './try-probe.ts'
import { WATCH_MEASURES } from './watch-measures.ts'

export const watchModule = defineModule({
  name: 'watch',
  dependsOn: ['directory', 'calendar', 'inbox', 'desk'],
  permissions: ['watch.read', 'watch.manage'],
  routes: [
    route(watch.listProbes, listProbes),
    route(watch.openProbe, openProbe),
    route(watch.addProbe, addProbe),
    route(watch.changeProbe, changeProbe),
    route(watch.tryProbe, tryProbe),
    route(watch.beat, beat),
    route(watchAlarms.listAlarms, listAlarms),
    route(watchPage.readStatusPage, readStatusPage),
    route(watchPage.keepStatusPage, keepStatusPage),
    route(watchPage.showStatus, showStatus),
  ],
  measures: WATCH_MEASURES,
  listens: [listen(CHANGE_REPORTED, followChange)],
  recurring: [
    recur('watch.sum-days', { every: 'hour' }, sumDays),
    recur('watch.follow-outages', { every: 'minute' }, followOutages),
  ],
})
