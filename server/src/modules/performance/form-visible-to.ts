import { sql } from 'kysely'
import { isWithin } from '#modules/directory'
import { isAskedAbout } from '#modules/flow'
import type { Eyes } from '#platform/context'

/** Forms of the own unit and below, and forms whose case came to the person's desk. The form's table goes by `form`. */
export function formVisibleTo(eyes: Eyes) {
  const id = sql.ref('form.id')
  const declared = isAskedAbout(eyes, { kind: 'declaration', id })
  const evaluated = isAskedAbout(eyes, { kind: 'self-evaluation', id })
  return sql<boolean>`(${isWithin(eyes.unitId)} or ${declared} or ${evaluated})`
}
