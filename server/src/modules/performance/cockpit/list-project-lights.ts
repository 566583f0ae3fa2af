import type { ProjectLights } from '@shiji/contract/cockpit'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { countLights } from '../proof/count-lights.ts'
import { loadProjects, type Query } from './load-projects.ts'

/** 项目库: the lights of every approved declaration of a year, with its money (screens.md S04). */
export async function listProjectLights(context: Context, query: Query): Promise<z.input<typeof ProjectLights>> {
  requirePermission(context, 'performance.read')
  const { projects, more } = await read(context.db, (reader) => loadProjects(reader, context, query))
  const lights = projects.map(({ declaration: { id: formId, projectId }, rows, money }) => {
    return { projectId, formId, lights: countLights(rows), ...money }
  })
  return { year: query.year, projects: lights, more }
}
