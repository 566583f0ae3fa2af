import { directory, type PersonId, type UnitId } from '@shiji/contract/directory'
import type { DemoServer } from './demo-server.ts'
import { officeTime } from './office-time.ts'
import { type DemoPerson, whoIs } from './people.ts'
import { acceptInvitation, signIn } from './sign-in.ts'

export type Units = ReadonlyMap<string | null, UnitId>
export type Days = { readonly invited: string; readonly accepted: string; readonly granted: string }

const SECONDS_EACH = 20
/** Choosing a password costs the most; a few people at a time keep every core of the machine busy. */
const AT_ONCE = 4

type Invited = { readonly person: DemoPerson; readonly personId: PersonId; readonly code: string }

/** The system administrator invites, who comes chooses a password, the security administrator grants the roles. */
export async function welcomePeople(
  server: DemoServer,
  people: readonly DemoPerson[],
  { days, units }: { readonly days: Days; readonly units: Units },
): Promise<void> {
  const invited = await invitePeople(server, people, { day: days.invited, units })
  const joining = invited.filter(({ person }) => person.hasJoined)
  for (const group of inGroups(inTurn(joining, days.accepted), AT_ONCE)) {
    await Promise.all(
      group.map(({ item: { person, code }, at }) => acceptInvitation(server.openBrowser(), { ...person, code }, at)),
    )
  }
  await grantRoles(server, invited, days.granted)
}

async function invitePeople(
  server: DemoServer,
  people: readonly DemoPerson[],
  { day, units }: { readonly day: string; readonly units: Units },
): Promise<Invited[]> {
  const system = await signIn(server, whoIs(null, 'system-administrator'), officeTime(day, '09:30'))
  const invited: Invited[] = []
  for (const { item: person, at } of inTurn(people, day)) {
    const unitId = units.get(person.office)
    if (unitId === undefined) throw new Error(`there is no office ${person.office}`)
    invited.push({ person, ...(await system.ask(directory.invitePerson, { name: person.name, unitId }, at)) })
  }
  return invited
}

async function grantRoles(server: DemoServer, invited: readonly Invited[], day: string): Promise<void> {
  const security = await signIn(server, whoIs(null, 'security-administrator'), officeTime(day, '09:30'))
  for (const { item, at } of inTurn(invited, day)) {
    await security.ask(directory.grantRoles, { id: item.personId, roles: item.person.roles }, at)
  }
}

type Turn<Item> = { readonly item: Item; readonly at: Temporal.Instant }

function inTurn<Item>(items: readonly Item[], day: string): Turn<Item>[] {
  const start = officeTime(day, '09:31')
  return items.map((item, index) => ({ item, at: start.add({ seconds: index * SECONDS_EACH }) }))
}

function inGroups<Item>(items: readonly Item[], size: number): Item[][] {
  return items.flatMap((_, index) => (index % size === 0 ? [items.slice(index, index + size)] : []))
}
