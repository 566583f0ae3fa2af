import { directory, type Role, type UnitId } from '@shiji/contract/directory'
import { signInSafety } from '@shiji/contract/directory-sign-in'
import type { Browser, DemoServer } from './demo-server.ts'
import { officeTime } from './office-time.ts'
import { OFFICES } from './offices.ts'
import { FOUNDERS, NEWCOMER, whoIs } from './people.ts'
import { acceptInvitation, signIn } from './sign-in.ts'
import { type Days, type Units, welcomePeople } from './welcome-people.ts'

const FOUNDED_ON = '2024-01-03'
const FOUNDING: Days = { invited: FOUNDED_ON, accepted: '2024-01-04', granted: '2024-01-05' }
const LATELY: Days = { invited: '2026-03-02', accepted: '2026-03-02', granted: '2026-03-03' }
const SECONDS_EACH = 20

/** Three administrators, the offices and schools, and the people in them, as a district would set itself up. */
export async function foundOffices(server: DemoServer): Promise<void> {
  for (const { role, code } of server.links) await enterAsAdministrator(server, role, code)
  await chooseRules(server)
  const system = await signIn(server, whoIs(null, 'system-administrator'), officeTime(FOUNDED_ON, '09:10'))
  await welcomePeople(server, FOUNDERS, { days: FOUNDING, units: await addUnits(system) })
}

/** Two years later one more person joins, and the district is as the demo shows it. */
export async function welcomeNewcomer(server: DemoServer): Promise<void> {
  const at = officeTime(LATELY.invited, '08:40')
  const system = await signIn(server, whoIs(null, 'system-administrator'), at)
  const units = await system.ask(directory.listUnits, undefined, at)
  await welcomePeople(server, [NEWCOMER], { days: LATELY, units: new Map(units.map(({ name, id }) => [name, id])) })
}

/** One password is told to every visitor, and the demo stays open for years: it neither expires nor needs a phone. */
async function chooseRules(server: DemoServer): Promise<void> {
  const at = officeTime(FOUNDED_ON, '09:05')
  const security = await signIn(server, whoIs(null, 'security-administrator'), at)
  await security.ask(signInSafety.setSignInRules, { profile: 'asvs', secondStep: 'nobody' }, at)
}

function enterAsAdministrator(server: DemoServer, role: Role, code: string) {
  return acceptInvitation(server.openBrowser(), { ...whoIs(null, role), code }, officeTime(FOUNDED_ON, '09:00'))
}

async function addUnits(system: Browser): Promise<Units> {
  let at = officeTime(FOUNDED_ON, '09:11')
  const [district] = await system.ask(directory.listUnits, undefined, at)
  if (district === undefined) throw new Error('the district has no unit of its own')
  const units = new Map<string | null, UnitId>([[null, district.id]])
  for (const { name, kind, parent } of OFFICES) {
    at = at.add({ seconds: SECONDS_EACH })
    const unit = await system.ask(directory.addUnit, { name, kind, parentId: units.get(parent) ?? null }, at)
    units.set(name, unit.id)
  }
  return units
}
