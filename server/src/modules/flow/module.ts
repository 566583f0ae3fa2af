import { flow } from '@shiji/contract/flow'
import { defineModule, route } from '#platform/module'
import { actOnCase } from './act-on-case.ts'
import { countTasks } from './count-tasks.ts'
import { assignDesk, listDesks } from './desks.ts'
import { findCase } from './find-case.ts'
import { findColleagues } from './find-colleagues.ts'
import { listBox } from './list-box.ts'
import { openCase } from './open-case.ts'

export const flowModule = defineModule({
  name: 'flow',
  dependsOn: ['directory'],
  permissions: ['flow.manage'],
  routes: [
    route(flow.listBox, listBox),
    route(flow.countTasks, countTasks),
    route(flow.openCase, openCase),
    route(flow.findCase, findCase),
    route(flow.actOnCase, actOnCase),
    route(flow.findColleagues, findColleagues),
    route(flow.listDesks, listDesks),
    route(flow.assignDesk, assignDesk),
  ],
})
