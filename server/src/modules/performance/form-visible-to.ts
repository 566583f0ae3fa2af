import { sql } from 'kysely'
import { visibleTo } from '#modules/directory'
import { isAskedAbout } from '#modules/flow'
import type { Actor } from '#platform/context'

/** Forms of the own unit and below, and forms whose case came to the person's desk. The form's table goes by `form`. */
export function formVisibleTo(actor: Actor) {
  return sql<boolean>`(${visibleTo(actor)} or ${isAskedAbout(actor, { kind: 'declaration', id: sql.ref('form.id') })})`
}
