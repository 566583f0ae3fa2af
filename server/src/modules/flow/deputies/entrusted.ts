import type { Deputy } from '@shiji/kernel/flow/flow-state'
import { type ExpressionBuilder, sql } from 'kysely'
import type { Context } from '#platform/context'
import { PREPARED } from '#platform/database/prepared'
import type { Tables } from '#platform/database/row-types'
import type { Reader } from '#platform/database/transaction'

/** Somebody whose desk the person holds today, and the flows it holds for; none named means all. */
export type Entrusted = Deputy & { readonly flows: readonly string[] }

/** Whom the one who acts signs for now; the clock signs for nobody. */
export async function entrustedTo(reader: Reader, { actor, now }: Pick<Context, 'actor' | 'now'>) {
  if (actor.kind !== 'person') return []
  const rows = await reader
    .selectFrom('flowDeputy')
    .select(['principal', 'deputy', 'beginsAt', 'endsAt', 'flows'])
    .where('deputy', '=', actor.personId)
    .where('beginsAt', '<=', now)
    .where('endsAt', '>', now)
    .modifyEnd(PREPARED)
    .execute()
  return rows.map(({ principal, deputy, beginsAt, endsAt, flows }): Entrusted => {
    return { principal, deputy, from: beginsAt.toString(), until: endsAt.toString(), flows }
  })
}

export function holdsFor({ flows }: Entrusted, definition: string): boolean {
  return flows.length === 0 || flows.includes(definition)
}

/** A task of the person, or of somebody the person holds the desk of in that flow. Case and task go by their tables. */
export function isOnDesk(personId: string, entrusted: readonly Entrusted[]) {
  return ({ or, and, eb }: ExpressionBuilder<Tables, 'flowTask' | 'flowCase'>) =>
    or([
      eb('flowTask.assignee', '=', personId),
      ...entrusted.map(({ principal, flows }) =>
        and([
          eb('flowTask.assignee', '=', principal),
          flows.length === 0 ? sql<boolean>`true` : eb('flowCase.definition', 'in', [...flows]),
        ]),
      ),
    ])
}
