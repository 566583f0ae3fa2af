import { deskTeams } from '@shiji/contract/desk-teams'
import { directory } from '@shiji/contract/directory'
import type { DemoServer } from './demo-server.ts'
import { deskRegister } from './desk-register.ts'
import { officeTime } from './office-time.ts'
import { EDUCATION_BUREAU, EDUCATION_CENTRE, OFFICE_SERVICES } from './offices.ts'
import { whoIs } from './people.ts'
import { signIn } from './sign-in.ts'

const TEAMS_SET_ON = '2024-12-30'
const BROUGHT_ON = '2026-03-02'

/** Who serves whom, and the register of the desk as it was kept from then on. */
export async function keepDesk(server: DemoServer): Promise<void> {
  const at = officeTime(TEAMS_SET_ON, '09:00')
  const system = await signIn(server, whoIs(null, 'system-administrator'), at)
  const units = await system.ask(directory.listUnits, undefined, at)
  const idOf = (name: string) => {
    const unit = units.find((one) => one.name === name)
    if (unit === undefined) throw new Error(`there is no office ${name}`)
    return unit.id
  }
  const district = units.find(({ parentId }) => parentId === null)
  if (district === undefined) throw new Error('the district has no unit of its own')
  await system.ask(deskTeams.setTeam, { unitId: district.id, teamId: idOf(OFFICE_SERVICES) }, at)
  await system.ask(deskTeams.setTeam, { unitId: idOf(EDUCATION_BUREAU), teamId: idOf(EDUCATION_CENTRE) }, at)
  await server.bringRegister(deskRegister(), officeTime(BROUGHT_ON, '08:00'))
}
