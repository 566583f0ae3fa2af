import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { ProjectId } from './performance.ts'

/** 服务线: which project the calls of a unit belong to. */

export const LineId = z.uuid().brand<'LineId'>()
export type LineId = z.infer<typeof LineId>

/** From a day on, calls of a unit and all below it, about one service or all (null), count for a project or for none. */
export const NewLine = z.object({
  unitId: UnitId,
  service: z.string().min(1).max(40).nullable(),
  projectId: ProjectId.nullable(),
  startsOn: z.iso.date(),
})

export const deskLines = {
  listLines: endpoint({
    method: 'GET',
    path: '/desk/lines',
    summary: 'Which project the calls of which unit count for, by unit, the latest first',
    access: { permission: 'desk.read' },
    refuses: [],
  }).output(
    z.array(
      z.object({
        id: LineId,
        unit: z.object({ id: UnitId, name: z.string() }),
        service: z.string().nullable(),
        project: z.object({ id: ProjectId, name: z.string() }).nullable(),
        startsOn: z.iso.date(),
        setBy: z.string(),
        setAt: z.iso.datetime(),
      }),
    ),
  ),
  setLine: endpoint({
    method: 'POST',
    path: '/desk/lines',
    summary: 'Say which project calls count for from a day on; tickets nobody has moved by hand go along',
    access: { permission: 'desk.organize' },
    refuses: ['not-found', 'service-not-offered'],
  })
    .input(NewLine)
    // How many tickets that were there already moved.
    .output(z.object({ id: LineId, tickets: z.int() })),
  findProjects: endpoint({
    method: 'GET',
    path: '/desk/projects',
    summary: 'Projects I may put a ticket under, by a piece of their name',
    access: { permission: 'desk.read' },
    refuses: [],
  })
    .input(z.object({ search: z.string().max(50).default('') }))
    .output(z.array(z.object({ id: ProjectId, name: z.string(), unit: z.string() }))),
}
