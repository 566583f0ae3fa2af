import type { TenantDatabase } from './database/transaction.ts'
import { refuse } from './refusal.ts'

/**
 * Everything a use case may know of the world. Time and chance come from here and nowhere else, so a test injects
 * them and a year of demo data is made in seconds.
 */
export type Context = {
  readonly db: TenantDatabase
  readonly actor: Actor
  readonly now: Temporal.Instant
  readonly newId: () => string
  readonly requestId: string
}

/** Who acts. `unitIds` are the units whose records the actor may see: the own unit and all below it. */
export type Actor =
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly unitId: string
      readonly permissions: ReadonlySet<string>
    }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'system'; readonly name: string }

export type PersonContext = Context & { readonly actor: Extract<Actor, { kind: 'person' }> }

/** The first beat of every use case. */
export function requirePermission(context: Context, permission: string): asserts context is PersonContext {
  if (context.actor.kind !== 'person') refuse('not-signed-in')
  if (!context.actor.permissions.has(permission)) refuse('not-permitted', { permission })
}
