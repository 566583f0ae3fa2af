import { z } from 'zod'
import { Name, PersonId, Role } from './directory.ts'
import { endpoint } from './endpoint.ts'
import { LIST_BODY_LIMIT as bodyLimit, ListCounts as Counts, ListProblem } from './lists.ts'

/** Units and people from a list of the office: .xlsx or .csv. */

const manage = { permission: 'directory.manage-people' } as const
const list = z.object({ file: z.file() })

export const ListChange = z.object({ sheet: z.string(), line: z.number().int(), what: z.string() })

export const ListReading = z.object({
  units: Counts,
  people: Counts,
  /** People of the list who have not come in yet and were invited before. */
  notYetIn: z.number().int(),
  /** People for whom the list names roles they do not have. */
  rolesAsked: z.number().int(),
  /** Cells that are wrong, and rows they stand in. */
  wrongCells: z.number().int(),
  wrongRows: z.number().int(),
  /** The first of them. */
  problems: z.array(ListProblem),
  /** The first rows that change something known. */
  changes: z.array(ListChange),
  /** What the reader met on the way. */
  notes: z.array(z.string()),
  /** Of what would be done; shown again when the list is taken. */
  fingerprint: z.string(),
})

/** A link for one person, handed over once. */
export const IssuedLink = z.object({
  name: Name,
  unitName: z.string(),
  login: z.string(),
  staffNumber: z.string(),
  code: z.string(),
})

export const RoleRequest = z.object({
  personId: PersonId,
  name: Name,
  unitName: z.string(),
  roles: z.array(Role),
  askedBy: z.string(),
  askedAt: z.iso.datetime(),
})

export const directoryImport = {
  readListTemplate: endpoint({
    method: 'GET',
    path: '/directory-lists/template',
    summary: 'The empty workbook of units and people',
    access: manage,
    refuses: [],
  }).output(z.file()),
  readList: endpoint({
    method: 'POST',
    path: '/directory-lists/readings',
    summary: 'Look at a list of units and people before it is taken; nothing is saved',
    access: manage,
    refuses: ['file-too-large', 'file-unreadable'],
    bodyLimit,
  })
    .input(list)
    .output(ListReading),
  markList: endpoint({
    method: 'POST',
    path: '/directory-lists/marked',
    summary: 'The same file with its wrong cells marked and the reasons beside them',
    access: manage,
    refuses: ['file-too-large', 'file-unreadable'],
    bodyLimit,
  })
    .input(list)
    .output(z.file()),
  takeList: endpoint({
    method: 'POST',
    path: '/directory-lists',
    summary: 'Take a list without faults, as it was looked at; the answer holds the one-time links',
    access: manage,
    refuses: ['file-too-large', 'file-unreadable', 'list-wrong', 'list-read-again'],
    bodyLimit,
  })
    .input(list.extend({ fingerprint: z.string().max(100), linksFor: z.enum(['new', 'all-not-yet-in']) }))
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
