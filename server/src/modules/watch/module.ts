import { watch } from '@shiji/contract/watch'
import { watchAlarms } from '@shiji/contract/watch-alarms'
import { watchDatabases } from '@shiji/contract/watch-databases'
import { watchFiguresOut } from '@shiji/contract/watch-figures-out'
import { watchPage } from '@shiji/contract/watch-page'
import { watchSignals } from '@shiji/contract/watch-signals'
import { watchVantages } from '@shiji/contract/watch-vantages'
import { CHANGE_REPORTED } from '#modules/desk'
import { listen } from '#platform/events'
import { recur } from '#platform/jobs/recurring'
import { defineModule, route } from '#platform/module'
import { followOutages } from './alarms/follow-outages.ts'
import { listAlarms } from './alarms/list-alarms.ts'
import { beat } from './beat.ts'
import { checkDatabase } from './databases/check-database.ts'
import { fileFinding } from './databases/file-finding.ts'
import { findOrigin } from './databases/find-origin.ts'
import { addDatabase, changeDatabase, recordBackup } from './databases/keep-database.ts'
import { listDatabases, openDatabase } from './databases/list-databases.ts'
import { listPlanned } from './databases/list-planned.ts'
import { openCheckup } from './databases/open-checkup.ts'
import { listPlannable, planFinding } from './databases/plan-finding.ts'
import { printCheckup } from './databases/print-checkup.ts'
import { keepFiguresOut, readFiguresOut } from './figures/keep-figures-out.ts'
import { followChange } from './follow-change.ts'
import { forgetSamples } from './forget-samples.ts'
import { addProbe, changeProbe } from './keep-probe.ts'
import { listProbes } from './list-probes.ts'
import { openProbe } from './open-probe.ts'
import { keepStatusPage, readStatusPage } from './page/keep-status-page.ts'
import { showStatus } from './page/show-status.ts'
import { openMonths } from './sample-months.ts'
import { followSignals } from './signals/follow-signals.ts'
import { addSource, listSources, switchSource } from './signals/keep-source.ts'
import { takeSignals } from './signals/take-signals.ts'
import { sumDays } from './sum-days.ts'
import { tryProbe } from './try-probe.ts'
import { giveWork } from './vantages/give-work.ts'
import { addVantage, listVantages, renewVantage, switchVantage } from './vantages/keep-vantage.ts'
import { takeAnswers } from './vantages/take-answers.ts'
import { WATCH_MEASURES } from './watch-measures.ts'

export const watchModule = defineModule({
  name: 'watch',
  dependsOn: ['directory', 'calendar', 'inbox', 'performance', 'desk', 'upkeep'],
  permissions: ['watch.read', 'watch.manage', 'watch.tell'],
  routes: [
    route(watch.listProbes, listProbes),
    route(watch.openProbe, openProbe),
    route(watch.addProbe, addProbe),
    route(watch.changeProbe, changeProbe),
    route(watch.tryProbe, tryProbe),
    route(watch.beat, beat),
    route(watchAlarms.listAlarms, listAlarms),
    route(watchFiguresOut.readFiguresOut, readFiguresOut),
    route(watchFiguresOut.keepFiguresOut, keepFiguresOut),
    route(watchSignals.listSources, listSources),
    route(watchSignals.addSource, addSource),
    route(watchSignals.switchSource, switchSource),
    route(watchSignals.takeSignals, takeSignals),
    route(watchVantages.listVantages, listVantages),
    route(watchVantages.addVantage, addVantage),
    route(watchVantages.renewVantage, renewVantage),
    route(watchVantages.switchVantage, switchVantage),
    route(watchVantages.giveWork, giveWork),
    route(watchVantages.takeAnswers, takeAnswers),
    route(watchDatabases.listDatabases, listDatabases),
    route(watchDatabases.openDatabase, openDatabase),
    route(watchDatabases.addDatabase, addDatabase),
    route(watchDatabases.changeDatabase, changeDatabase),
    route(watchDatabases.recordBackup, recordBackup),
    route(watchDatabases.checkDatabase, checkDatabase),
    route(watchDatabases.openCheckup, openCheckup),
    route(watchDatabases.fileFinding, fileFinding),
    route(watchDatabases.listPlannable, listPlannable),
    route(watchDatabases.planFinding, planFinding),
    route(watchDatabases.listPlanned, listPlanned),
    route(watchDatabases.findOrigin, findOrigin),
    route(watchDatabases.printCheckup, printCheckup),
    route(watchPage.readStatusPage, readStatusPage),
    route(watchPage.keepStatusPage, keepStatusPage),
    route(watchPage.showStatus, showStatus),
  ],
  measures: WATCH_MEASURES,
  listens: [listen(CHANGE_REPORTED, followChange)],
  recurring: [
    recur('watch.sum-days', { every: 'hour' }, sumDays),
    recur('watch.follow-outages', { every: 'minute' }, followOutages),
    recur('watch.open-months', { dailyAt: '02:50' }, openMonths),
    recur('watch.forget-samples', { dailyAt: '03:20' }, forgetSamples),
    recur('watch.follow-signals', { every: 'minute' }, followSignals),
  ],
})
