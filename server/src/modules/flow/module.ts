import { flow } from '@shiji/contract/flow'
import { flowDefinitions } from '@shiji/contract/flow-definitions'
import { flowDeputies } from '@shiji/contract/flow-deputies'
import { UNIT_MERGED } from '#modules/directory'
import { listen } from '#platform/events'
import { doJob } from '#platform/jobs/job'
import { recur } from '#platform/jobs/recurring'
import { defineModule, route } from '#platform/module'
import { actOnCase } from './act-on-case.ts'
import { countTasks } from './boxes/count-tasks.ts'
import { listBox } from './boxes/list-box.ts'
import { EXPIRE_TASK, expireTask, expireTasks } from './deadlines/expire-tasks.ts'
import { exportFlow, importFlow } from './definitions/exchange-bpmn.ts'
import { listFlows } from './definitions/list-flows.ts'
import { openFlow } from './definitions/open-flow.ts'
import { publishFlow } from './definitions/publish-flow.ts'
import { dropFlowDraft, saveFlowDraft } from './definitions/save-flow-draft.ts'
import { endDeputy, listDeputies, setDeputy } from './deputies/deputies.ts'
import { assignDesk, listDesks } from './desks.ts'
import { findCase } from './find-case.ts'
import { followMerger } from './follow-merger.ts'
import { openCase } from './open-case.ts'
import { findColleagues } from './people/find-colleagues.ts'

export const flowModule = defineModule({
  name: 'flow',
  dependsOn: ['directory', 'calendar', 'inbox'],
  permissions: ['flow.manage'],
  live: { tasks: null },
  listens: [listen(UNIT_MERGED, followMerger)],
  routes: [
    route(flow.listBox, listBox),
    route(flow.countTasks, countTasks),
    route(flow.openCase, openCase),
    route(flow.findCase, findCase),
    route(flow.actOnCase, actOnCase),
    route(flow.findColleagues, findColleagues),
    route(flow.listDesks, listDesks),
    route(flow.assignDesk, assignDesk),
    route(flowDefinitions.listFlows, listFlows),
    route(flowDefinitions.openFlow, openFlow),
    route(flowDefinitions.saveFlowDraft, saveFlowDraft),
    route(flowDefinitions.dropFlowDraft, dropFlowDraft),
    route(flowDefinitions.publishFlow, publishFlow),
    route(flowDefinitions.exportFlow, exportFlow),
    route(flowDefinitions.importFlow, importFlow),
    route(flowDeputies.listDeputies, listDeputies),
    route(flowDeputies.setDeputy, setDeputy),
    route(flowDeputies.endDeputy, endDeputy),
  ],
  jobs: [doJob(EXPIRE_TASK, expireTask)],
  recurring: [recur('flow.expire-tasks', { every: 'minute' }, expireTasks)],
})
