import { DEMO_BEGINS, DemoUnfinished } from '@shiji/demo/district'
import { furnishDistrict, LAST_LOGIN } from '@shiji/demo/furnish-district'
import { makeSeededIds } from '@shiji/demo/seeded-ids'
import { findByLogin, foundDistrict, isFounded } from '#modules/directory'
import { bringPastShifts, layOutAhead } from '#modules/upkeep'
import { bringPastSeries } from '#modules/watch'
import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'
import { bringDemoRegister } from './bring-demo-register.ts'
import { bringDemoUpkeep } from './bring-demo-upkeep.ts'
import type { District } from './make-app.ts'
import { openBrowser } from './open-browser.ts'

/** Makes the invented district through its own use cases, once; a district that is made already stays as it is. */
export async function openDemo(district: District): Promise<'made' | 'found'> {
  const last = await read(district.db, (reader) => findByLogin(reader, LAST_LOGIN))
  if (last !== undefined) return 'found'
  if (await read(district.db, isFounded)) throw new DemoUnfinished('the demo was not made to its end')

  const links = await foundDistrict(contextOf(district, 'founding', DEMO_BEGINS))

  let opened = 0
  await furnishDistrict({
    links,
    openBrowser: () => {
      opened += 1
      return openBrowser({ district, seed: `demo-${opened}` })
    },
    bringRegister: (register, at) => bringDemoRegister(contextOf(district, 'register', at), register),
    layOutPlans: (at) => layOutAhead(contextOf(district, 'upkeep-plans', at)),
    bringDuty: (shifts, at) => bringPastShifts(contextOf(district, 'upkeep-duty', at), shifts),
    bringWatch: (past, at) => bringPastSeries(contextOf(district, 'watch', at), past),
    bringUpkeep: (register, at) => bringDemoUpkeep(contextOf(district, 'upkeep', at), register),
  })
  return 'made'
}

/** The demo at work on its own, without a person at a browser. */
function contextOf(district: District, requestId: string, now: Temporal.Instant): Context {
  const newId = makeSeededIds(requestId)
  return {
    ...district,
    actor: { kind: 'system', name: 'demo' },
    now,
    newId: () => newId(now),
    requestId,
    language: 'zh',
    district: district.name,
    caller: { address: '', device: 'demo', session: null, setSession: () => undefined },
    listeners: [],
    measures: new Map(),
  }
}
