import type { RegisterMoment, RegisterTicket } from '@shiji/demo/desk/desk-register'
import type { DemoPerson } from '@shiji/demo/people'
import { bringRegister, type PastTicket } from '#modules/desk'
import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'

/** The register of the demo, its people found by their logins. */
export async function bringDemoRegister(context: Context, register: readonly RegisterTicket[]): Promise<void> {
  const people = await read(context.db, (reader) =>
    reader.selectFrom('directoryPerson').select(['id', 'login', 'unitId']).where('login', 'is not', null).execute(),
  )
  const byLogin = new Map(people.map((person) => [person.login, person]))
  const find = ({ login }: DemoPerson) => {
    const person = byLogin.get(login)
    if (person === undefined) throw new Error(`nobody signs in as ${login}`)
    return person
  }
  const momentOf = <Given extends RegisterMoment>({ by, ...rest }: Given) => ({ ...rest, by: find(by).id })
  const tickets = register.map(({ caller, deeds, ...ticket }): PastTicket => {
    const { id, unitId } = find(caller)
    return { ...momentOf(ticket), callerId: id, callerName: caller.name, unitId, deeds: deeds.map(momentOf) }
  })
  await bringRegister(context, tickets)
}
