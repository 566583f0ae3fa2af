import type { Role } from '@shiji/contract/directory'
import type { Told } from '@shiji/kernel/severity/desk-rules'
import type { Reader } from '#platform/database/transaction'

const TEAM: readonly Role[] = ['engineer', 'duty-operator']
const LEADER: readonly Role[] = ['centre-manager', 'project-leader']

/** The people a step of the escalation names. A ticket nobody took is told to the whole team. */
export async function findTold(reader: Reader, ticketId: string, told: readonly Told[]): Promise<string[]> {
  const ticket = await reader
    .selectFrom('deskTicket')
    .select(['assigneeId', 'teamId'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (ticket === undefined) return []
  const { assigneeId, teamId } = ticket
  const wantsTeam = told.includes('team') || (told.includes('assignee') && assigneeId === null)
  const roles = [...(wantsTeam ? TEAM : []), ...(told.includes('leader') ? LEADER : [])]
  const people = roles.length === 0 ? [] : await peopleOf(reader, teamId, roles)
  const assignee = assigneeId !== null && told.includes('assignee') ? [assigneeId] : []
  return [...new Set([...assignee, ...people])]
}

async function peopleOf(reader: Reader, unitId: string, roles: readonly Role[]): Promise<string[]> {
  const rows = await reader
    .selectFrom('directoryPerson as person')
    .innerJoin('directoryRole as role', 'role.personId', 'person.id')
    .select('person.id')
    .distinct()
    .where('person.unitId', '=', unitId)
    .where('person.state', '=', 'active')
    .where('role.role', 'in', [...roles])
    .orderBy('person.id')
    .execute()
  return rows.map(({ id }) => id)
}
