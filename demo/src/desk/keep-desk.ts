import { deskLines } from '@shiji/contract/desk-lines'
import { deskTeams } from '@shiji/contract/desk-teams'
import { directory, type UnitId } from '@shiji/contract/directory'
import type { DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_BUREAU, EDUCATION_CENTRE, OFFICE_SERVICES } from '../offices.ts'
import { whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'
import { deskRegister } from './desk-register.ts'

const TEAMS_SET_ON = '2024-12-30'
const LINES_SET_ON = '2025-01-02'
const BROUGHT_ON = '2026-03-02'

/** Who serves whom, and the register of the desk as it was kept from then on. */
export async function keepDesk(server: DemoServer): Promise<void> {
  const at = officeTime(TEAMS_SET_ON, '09:00')
  const system = await signIn(server, whoIs(null, 'system-administrator'), at)
  const units = await system.ask(directory.listUnits, undefined, at)
  const idOf: IdOf = (office) => {
    const unit = units.find((one) => (office === null ? one.parentId === null : one.name === office))
    if (unit === undefined) throw new Error(`there is no office ${office ?? 'of the district itself'}`)
    return unit.id
  }
  await system.ask(deskTeams.setTeam, { unitId: idOf(null), teamId: idOf(OFFICE_SERVICES) }, at)
  await system.ask(deskTeams.setTeam, { unitId: idOf(EDUCATION_BUREAU), teamId: idOf(EDUCATION_CENTRE) }, at)
  await setLines(server, idOf)
  await server.bringRegister(deskRegister(), officeTime(BROUGHT_ON, '08:00'))
}

/** Whose calls count for which project, and who says so. */
const LINES = [
  {
    by: whoIs(OFFICE_SERVICES, 'project-leader'),
    served: null,
    project: '湖畔集中办公点信息系统（运维）',
  },
  {
    by: whoIs(EDUCATION_CENTRE, 'centre-manager'),
    served: EDUCATION_BUREAU,
    project: '澄湖区教育业务系统数据库技术保障服务',
  },
] as const

type IdOf = (office: string | null) => UnitId

async function setLines(server: DemoServer, idOf: IdOf): Promise<void> {
  const at = officeTime(LINES_SET_ON, '08:40')
  for (const { by, served, project: name } of LINES) {
    const { ask } = await signIn(server, by, at)
    const [project] = await ask(deskLines.findProjects, { search: name }, at)
    if (project === undefined) throw new Error(`there is no project ${name}`)
    const line = { unitId: idOf(served), service: null, projectId: project.id, startsOn: LINES_SET_ON }
    await ask(deskLines.setLine, line, at)
  }
}
