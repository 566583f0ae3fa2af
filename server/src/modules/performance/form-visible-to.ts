import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import { isAskedAbout } from '#modules/flow'
import type { Actor } from '#platform/context'

/** Forms of the own unit and below, and forms whose case came to the person's desk. The form's table goes by `form`. */
export function formVisibleTo(actor: Actor) {
  const id = sql.ref('form.id')
  const declared = isAskedAbout(actor, { kind: 'declaration', id })
  const evaluated = isAskedAbout(actor, { kind: 'self-evaluation', id })
  return sql<boolean>`(${visibleTo(actor)} or ${declared} or ${evaluated})`
}
