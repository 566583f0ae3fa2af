import { evidenceRows } from '@shiji/contract/evidence-rows'
import { performance } from '@shiji/contract/performance'
import type { DemoServer } from '../demo-server.ts'
import { officeTime } from '../office-time.ts'
import { EDUCATION_CENTRE, OFFICE_SERVICES } from '../offices.ts'
import { whoIs } from '../people.ts'
import { signIn } from '../sign-in.ts'

const BOUND_ON = '2026-03-03'
const YEAR = 2025

/** Two offices let the records speak for the year that ended: every row whose words say how is bound. */
export async function bindRows(server: DemoServer): Promise<void> {
  for (const office of [EDUCATION_CENTRE, OFFICE_SERVICES]) {
    const { ask } = await signIn(server, whoIs(office, 'project-contact'), officeTime(BOUND_ON, '09:30'))
    const { projects } = await ask(performance.listProjects, { year: YEAR }, officeTime(BOUND_ON, '09:31'))
    const approved = projects
      .flatMap(({ forms }) => forms)
      .filter(({ state }) => state !== null && !['draft', 'submitted', 'in-review', 'returned'].includes(state))
    for (const { id } of approved) await ask(evidenceRows.bindSuggested, { id }, officeTime(BOUND_ON, '09:40'))
  }
}
