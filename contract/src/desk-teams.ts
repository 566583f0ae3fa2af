import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'

/** Who serves whom: calls of a unit and of all below it go to its team. */

const Named = z.object({ id: UnitId, name: z.string() })

export const deskTeams = {
  findServed: endpoint({
    method: 'GET',
    path: '/desk/units',
    summary: 'Units I may log calls for: the own one, those below, and those the own team serves',
    access: { permission: 'desk.read' },
    refuses: [],
  })
    .input(z.object({ search: z.string().max(50).default('') }))
    .output(z.array(Named)),
  listTeams: endpoint({
    method: 'GET',
    path: '/desk/teams',
    summary: 'Which team serves which unit; the rest is served by the district',
    access: { permission: 'desk.read' },
    refuses: [],
  }).output(z.array(z.object({ unit: Named, team: Named }))),
  setTeam: endpoint({
    method: 'PUT',
    path: '/desk/teams/{unitId}',
    summary: 'Say which team serves a unit and all below it',
    access: { permission: 'desk.assign-teams' },
    refuses: ['not-found'],
  })
    .input(z.object({ unitId: UnitId, teamId: UnitId }))
    .output(z.object({})),
}
