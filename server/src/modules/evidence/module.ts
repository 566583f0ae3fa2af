import { evidence } from '@shiji/contract/evidence'
import { listen } from '#platform/events'
import { doJob } from '#platform/jobs/job'
import { recur } from '#platform/jobs/recurring'
import { MEASURE_CHANGED } from '#platform/measure'
import { defineModule, route } from '#platform/module'
import { hasFreshMarks } from './day-store.ts'
import { followChange } from './follow-change.ts'
import { keepMonthEnds } from './keep-month-ends.ts'
import { listMeasures } from './list-measures.ts'
import { readRegister } from './read-register.ts'
import { refreshSeries, settleWaitingDays } from './refresh-series.ts'
import { reviewRegister } from './review-register.ts'
import { rollYear, rollYearJob } from './roll-year.ts'

export const evidenceModule = defineModule({
  name: 'evidence',
  dependsOn: ['directory'],
  permissions: ['evidence.read', 'evidence.write'],
  routes: [
    route(evidence.listMeasures, listMeasures),
    route(evidence.readRegister, readRegister),
    route(evidence.reviewRegister, reviewRegister),
  ],
  listens: [listen(MEASURE_CHANGED, followChange)],
  recurring: [
    recur('evidence.refresh-series', { whenever: hasFreshMarks }, refreshSeries),
    recur('evidence.settle-days', { every: 'hour' }, settleWaitingDays),
    recur('evidence.keep-month-ends', { every: 'hour' }, keepMonthEnds),
  ],
  jobs: [doJob(rollYearJob, rollYear)],
  live: { evidence: 'evidence.read' },
})
