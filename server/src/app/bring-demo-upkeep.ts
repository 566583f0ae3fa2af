import type { RegisterTime } from '@shiji/demo/upkeep/upkeep-register'
import { bringPast, type PastOccurrence } from '#modules/upkeep'
import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'

/** The routine work of the demo, its people found by their logins. */
export async function bringDemoUpkeep(
  context: Context,
  register: readonly (RegisterTime & { readonly planId: string })[],
): Promise<void> {
  const people = await read(context.db, (reader) =>
    reader.selectFrom('directoryPerson').select(['id', 'login']).where('login', 'is not', null).execute(),
  )
  const byLogin = new Map(people.map(({ login, id }) => [login, id]))
  const past = register
    // A report of the last month comes in after the demo ends.
    .filter(({ outcome }) => outcome.kind !== 'done' || Temporal.Instant.compare(outcome.enteredAt, context.now) < 0)
    .map(({ planId, day, slot, by, outcome }): PastOccurrence => {
      const id = byLogin.get(by.login)
      if (id === undefined) throw new Error(`nobody signs in as ${by.login}`)
      return { planId, day, slot, by: id, ...outcome }
    })
  await bringPast(context, past)
}
