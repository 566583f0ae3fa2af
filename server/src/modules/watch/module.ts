import { watch } from '@shiji/contract/watch'
import { defineModule, route } from '#platform/module'
import { beat } from './beat.ts'
import { addProbe, changeProbe } from './keep-probe.ts'
import { listProbes } from './list-probes.ts'
import { openProbe } from './open-probe.ts'
import { tryProbe } from './try-probe.ts'

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
  ],
})
