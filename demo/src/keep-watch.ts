import { type ProbeId, watch } from '@shiji/contract/watch'
import type { DemoServer } from './demo-server.ts'
import { officeTime } from './office-time.ts'
import { EDUCATION_CENTRE } from './offices.ts'
import { whoIs } from './people.ts'
import { signIn } from './sign-in.ts'
import { type RegisterSeries, watchRegister } from './watch-register.ts'

const SET_UP_ON = '2024-12-31'
const BROUGHT_ON = '2026-03-02'

/** Every service reports once a minute; what the reports of fourteen months say is taken over by the day. */
export async function keepWatch(server: DemoServer): Promise<void> {
  const at = officeTime(SET_UP_ON, '09:20')
  const brought: (RegisterSeries & { probeId: ProbeId })[] = []
  for (const [office, services] of Map.groupBy(watchRegister(), (one) => one.office)) {
    const keeper = await signIn(server, whoIs(office, office === EDUCATION_CENTRE ? 'centre-manager' : 'engineer'), at)
    for (const { name, service, deskService, series } of services) {
      const { id } = await keeper.ask(watch.addProbe, { ...RHYTHM, name, service, deskService }, at)
      brought.push({ ...series, probeId: id })
    }
  }
  await server.bringWatch(brought, officeTime(BROUGHT_ON, '08:15'))
}

const RHYTHM = {
  target: { kind: 'push' },
  ...{ everySeconds: 60, timeoutMs: 5000, retries: 0, retrySeconds: 60 },
  quorum: { kind: 'in-a-row', failures: 2, successes: 1 },
  ...{ parentId: null, isOn: true, secret: null },
} as const
