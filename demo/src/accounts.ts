import type { Role } from '@shiji/contract/directory'
import { EDUCATION_BUREAU, EDUCATION_CENTRE, EXPERT_POOL, OFFICE_SERVICES, SCHOOLS } from './offices.ts'
import { type DemoPerson, whoIs } from './people.ts'

/** Everybody of the invented district signs in with it; it opens nothing else. */
export const DEMO_PASSWORD = 'Ripples-2026-blue'

const SHOWN: readonly (readonly [office: string | null, role: Role])[] = [
  [EDUCATION_CENTRE, 'project-contact'],
  [EDUCATION_CENTRE, 'project-leader'],
  [EDUCATION_BUREAU, 'project-leader'],
  [OFFICE_SERVICES, 'project-contact'],
  [EDUCATION_CENTRE, 'duty-operator'],
  [EDUCATION_CENTRE, 'engineer'],
  [EDUCATION_CENTRE, 'centre-manager'],
  [SCHOOLS[0]?.name ?? null, 'project-contact'],
  [null, 'finance-reviewer'],
  [null, 'auditor'],
  [EXPERT_POOL, 'expert'],
  [null, 'system-administrator'],
  [null, 'security-administrator'],
  [null, 'audit-administrator'],
]

/** One account for each kind of desk, shown to whoever starts the demo. */
export const DEMO_ACCOUNTS: readonly DemoPerson[] = SHOWN.map(([office, role]) => whoIs(office, role))
