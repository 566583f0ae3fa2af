import { type NewMessage, sendMessages } from '#modules/inbox'
import type { Context } from '#platform/context'
import type { Tx } from '#platform/database/transaction'

type Told = Pick<NewMessage, 'code' | 'subjectKind' | 'subjectId'> & {
  readonly people: readonly string[]
  /** What the sentence names besides `{actor}`. */
  readonly parameters: Readonly<Record<string, string>>
}

/** Tells people of a deed in its transaction; nobody of their own, and nobody who left. */
export async function tellPeople(tx: Tx, context: Context, { people, parameters, ...about }: Told): Promise<void> {
  const actor = context.actor.kind === 'person' ? context.actor.personId : null
  const wanted = [...new Set(people)].filter((person) => person !== actor)
  if (wanted.length === 0) return
  const named = await tx
    .selectFrom('directoryPerson')
    .select(['id', 'name', 'state'])
    .where('id', 'in', [...wanted, ...(actor === null ? [] : [actor])])
    .execute()
  const said = { ...parameters, actor: named.find(({ id }) => id === actor)?.name ?? '' }
  const messages = named
    .filter(({ id, state }) => id !== actor && state === 'active')
    .map(({ id: personId }) => ({ ...about, personId, parameters: said }))
  await sendMessages(tx, context, messages)
}
