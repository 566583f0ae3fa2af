import { z } from 'zod'
import { Name, PersonId, Role } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { ListCounts as Counts, ListVerdict, LookedAt, listEndpoints } from './lists.ts'

/** Units and people from a list of the office: .xlsx or .csv. */

const manage = { permission: 'directory.manage-people' } as const

const ListChange = z.object({ sheet: z.string(), line: z.number().int(), what: z.string() })

export const ListReading = z.object({
  units: Counts,
  people: Counts,
  /** People of the list who have not come in yet and were invited before. */
  notYetIn: z.number().int(),
  /** People for whom the list names roles they do not have. */
  rolesAsked: z.number().int(),
  ...ListVerdict.shape,
  /** The first rows that change something known. */
  changes: z.array(ListChange),
})

/** A link for one person, handed over once. */
const IssuedLink = z.object({
  name: Name,
  unitName: z.string(),
  login: z.string(),
  staffNumber: z.string(),
  code: z.string(),
})

const RoleRequest = z.object({
  personId: PersonId,
  name: Name,
  unitName: z.string(),
  roles: z.array(Role),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
})

const lists = listEndpoints({ path: '/directory-lists', of: 'units and people', access: manage })

export const directoryImport = {
  readListTemplate: lists.template,
  readList: lists.reading.output(ListReading),
  markList: lists.marked,
  /** The answer holds the one-time links. */
  takeList: lists.taking
    .input(LookedAt.extend({ linksFor: z.enum(['new', 'all-not-yet-in']) }))
    .output(z.object({ units: Counts, people: Counts, rolesAsked: z.number().int(), links: z.array(IssuedLink) })),
  listRoleRequests: endpoint({
    method: 'GET',
    path: '/role-requests',
    summary: 'Roles that lists name and nobody has granted yet',
    access: { permission: 'directory.grant-roles' },
    refuses: [],
  }).output(z.array(RoleRequest)),
  decideRoleRequests: endpoint({
    method: 'POST',
    path: '/role-requests/decisions',
    summary: 'Grant or turn down the roles lists name; nobody decides about themselves',
    access: { permission: 'directory.grant-roles' },
    refuses: ['not-found', 'not-to-yourself', 'roles-not-combinable'],
  })
    .input(z.object({ people: z.array(PersonId).min(1).max(500), verdict: z.enum(['granted', 'turned-down']) }))
    .output(z.object({ decided: z.number().int() })),
}
