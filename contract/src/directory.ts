import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** Units, people, roles and sign-in. */

export const UnitId = z.uuid().brand<'UnitId'>()
export const PersonId = z.uuid().brand<'PersonId'>()
export const SessionId = z.uuid().brand<'SessionId'>()
export type UnitId = z.infer<typeof UnitId>
export type PersonId = z.infer<typeof PersonId>
export type SessionId = z.infer<typeof SessionId>

const instant = z.iso.datetime()
export const Name = z.string().trim().min(1).max(100)
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{2,40}$/)
const password = z.string().min(1).max(200)

/** The roles of screens.md §1; the three administrators are held by three different people (三员分立). */
export const Role = z.enum([
  'system-administrator',
  'security-administrator',
  'audit-administrator',
  'project-leader',
  'project-contact',
  'staff',
  'teacher',
  'centre-manager',
  'engineer',
  'duty-operator',
  'finance-reviewer',
  'supervisor',
  'auditor',
  'expert',
])
export type Role = z.infer<typeof Role>

export const Unit = z.object({
  id: UnitId,
  parentId: UnitId.nullable(),
  name: Name,
  kind: z.enum(['district', 'bureau', 'office', 'school', 'centre', 'vendor']),
  state: z.enum(['open', 'merged', 'closed']),
  /** The name in pinyin, in full and by initials, for finding it: `mingdexiaoxue mdxx`. */
  pinyin: z.string(),
})

export const Person = z.object({
  id: PersonId,
  name: Name,
  login: z.string(),
  unitId: UnitId,
  unitName: z.string(),
  roles: z.array(Role),
  state: z.enum(['invited', 'active', 'disabled']),
})

export const Me = z.object({
  person: Person,
  permissions: z.array(z.string()),
  district: z.string(),
  /** Until then nothing but changing it is permitted. */
  mustChangePassword: z.boolean(),
  /** The same for setting up a second step. */
  mustSetSecondStep: z.boolean(),
})

const Session = z.object({
  id: SessionId,
  startedAt: instant,
  lastSeenAt: instant,
  address: z.string(),
  device: z.string(),
  current: z.boolean(),
})

export const directory = {
  signIn: endpoint({
    method: 'POST',
    path: '/session',
    summary: 'Sign in',
    access: 'anybody',
    refuses: ['sign-in-failed', 'try-later', 'second-step-needed', 'code-wrong'],
  })
    .input(z.object({ login: z.string().max(100), password, code: z.string().max(40).optional() }))
    .output(Me),
  whoAmI: endpoint({
    method: 'GET',
    path: '/session',
    summary: 'Who is signed in',
    access: 'signed-in',
    refuses: [],
  }).output(Me),
  signOut: endpoint({
    method: 'DELETE',
    path: '/session',
    summary: 'Sign out',
    access: 'signed-in',
    refuses: [],
  }).output(z.object({})),
  listSessions: endpoint({
    method: 'GET',
    path: '/sessions',
    summary: 'My sessions',
    access: 'signed-in',
    refuses: [],
  }).output(z.array(Session)),
  endSession: endpoint({
    method: 'DELETE',
    path: '/sessions/{id}',
    summary: 'End one of my sessions',
    access: 'signed-in',
    refuses: ['not-found'],
  })
    .input(z.object({ id: SessionId }))
    .output(z.object({})),
  changePassword: endpoint({
    method: 'POST',
    path: '/password',
    summary: 'Change my password',
    access: 'signed-in',
    refuses: ['sign-in-failed', 'password-refused', 'try-later'],
  })
    .input(z.object({ current: password, next: password }))
    .output(z.object({})),
  readInvitation: endpoint({
    method: 'POST',
    path: '/invitations/readings',
    summary: 'What is known of whoever was invited: the name, and the login if the unit has set one',
    access: 'anybody',
    refuses: ['invitation-invalid'],
  })
    .input(z.object({ code: z.string().max(100) }))
    .output(
      z.object({
        name: Name.nullable(),
        login: z.string().nullable(),
        /** Somebody who came in before and only chooses a new password. */
        cameIn: z.boolean(),
      }),
    ),
  acceptInvitation: endpoint({
    method: 'POST',
    path: '/invitations/accept',
    summary:
      'Accept an invitation: choose name, login and password; null for who still has to sign in with a second step',
    access: 'anybody',
    refuses: ['invitation-invalid', 'login-taken', 'login-set', 'password-refused'],
  })
    .input(z.object({ code: z.string().max(100), name: Name, login: Login, password }))
    .output(Me.nullable()),
  listUnits: endpoint({
    method: 'GET',
    path: '/units',
    summary: 'The unit tree I may see',
    access: 'signed-in',
    refuses: [],
  }).output(z.array(Unit)),
  addUnit: endpoint({
    method: 'POST',
    path: '/units',
    summary: 'Add a unit',
    access: { permission: 'directory.manage-units' },
    refuses: ['not-found', 'unit-not-open'],
  })
    .input(Unit.pick({ parentId: true, name: true, kind: true }))
    .output(Unit),
  listPeople: endpoint({
    method: 'GET',
    path: '/people',
    summary: 'People by name, login or pinyin',
    access: { permission: 'directory.see-people' },
    refuses: ['not-found'],
  })
    .input(
      z.object({
        search: z.string().max(50).default(''),
        /** Only people of this very unit. */
        unitId: UnitId.optional(),
        after: z.uuid().optional(),
      }),
    )
    .output(z.object({ people: z.array(Person), next: z.string().nullable() })),
  invitePerson: endpoint({
    method: 'POST',
    path: '/people',
    summary: 'Invite a person; the answer holds the one-time link',
    access: { permission: 'directory.manage-people' },
    refuses: ['not-found', 'unit-not-open'],
  })
    .input(z.object({ name: Name, unitId: UnitId }))
    .output(z.object({ personId: PersonId, code: z.string() })),
  grantRoles: endpoint({
    method: 'PUT',
    path: '/people/{id}/roles',
    summary: 'Grant roles; nobody grants to themselves',
    access: { permission: 'directory.grant-roles' },
    refuses: ['not-found', 'not-to-yourself', 'roles-not-combinable'],
  })
    .input(z.object({ id: PersonId, roles: z.array(Role) }))
    .output(Person),
}
