import { type ProbeId, watch } from '@shiji/contract/watch'
import type { DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_CENTRE } from '../offices.ts'
import { type DemoPerson, whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'
import { type RegisterSeries, type WatchedService, watchRegister } from './watch-register.ts'

const SET_UP_ON = '2024-12-31'
const BROUGHT_ON = '2026-03-02'

/**
 * Every service reported once a minute; what the reports of fourteen months say is taken over by the day. Nobody reports
 * any more once the register is brought, so these probes are switched off then: unknown for ever would be no news.
 */
export async function keepWatch(server: DemoServer): Promise<void> {
  const at = officeTime(SET_UP_ON, '09:20')
  const brought: (RegisterSeries & { probeId: ProbeId })[] = []
  const ended: { office: string; probe: WatchedProbe & { readonly id: ProbeId } }[] = []
  for (const [office, services] of Map.groupBy(watchRegister(), (one) => one.office)) {
    const keeper = await signIn(server, keeperOf(office), at)
    for (const { name, service, deskService, series } of services) {
      const probe = { ...RHYTHM, name, service, deskService }
      const { id } = await keeper.ask(watch.addProbe, probe, at)
      brought.push({ ...series, probeId: id })
      ended.push({ office, probe: { ...probe, id, isOn: false } })
    }
  }
  await server.bringWatch(brought, officeTime(BROUGHT_ON, '08:15'))
  const later = officeTime(BROUGHT_ON, '08:20')
  for (const [office, probes] of Map.groupBy(ended, (one) => one.office)) {
    const keeper = await signIn(server, keeperOf(office), later)
    for (const { probe } of probes) await keeper.ask(watch.changeProbe, probe, later)
  }
}

function keeperOf(office: string): DemoPerson {
  return whoIs(office, office === EDUCATION_CENTRE ? 'centre-manager' : 'engineer')
}

const RHYTHM = {
  target: { kind: 'push' },
  ...{ everySeconds: 60, timeoutMs: 5000, retries: 0, retrySeconds: 60 },
  quorum: { kind: 'in-a-row', failures: 2, successes: 1 },
  ...{ parentId: null, isOn: true as boolean, secret: null },
} as const

type WatchedProbe = typeof RHYTHM & Pick<WatchedService, 'name' | 'service' | 'deskService'>
