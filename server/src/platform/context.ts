import type { Language } from '@shiji/kernel/wording'
import type { TenantDatabase } from './database/transaction.ts'
import type { Listeners } from './events.ts'
import type { FileStore } from './files/file-store.ts'
import type { Measures } from './measure.ts'
import { refuse } from './refusal.ts'
import type { SecretBox } from './secrets/secret-box.ts'

/**
 * Everything a use case may know of the world. Time and chance come from here and nowhere else, so a test injects
 * them and a year of demo data is made in seconds.
 */
export type Context = {
  readonly db: TenantDatabase
  readonly files: FileStore
  /** Seals what is kept in the database but read by nobody there. */
  readonly secrets: SecretBox
  readonly actor: Actor
  readonly now: Temporal.Instant
  readonly newId: () => string
  readonly requestId: string
  /** The language the caller reads. */
  readonly language: Language
  /** 区的名称: the jurisdiction this context is bound to. */
  readonly district: string
  readonly caller: Caller
  /** The modules that hear what another tells. */
  readonly listeners: Listeners
  /** The figures all modules make of their records, by key. */
  readonly measures: Measures
}

/** The other end of the line. Only signing in and out touch `setSession`. */
export type Caller = {
  readonly address: string
  readonly device: string
  /** The session token the caller showed, null without one. */
  readonly session: string | null
  /** What the reply makes the caller keep; null makes it forget. */
  readonly setSession: (token: string | null) => void
  /** What a route that asks for it was sent. */
  readonly sent?: Sent
}

/** A body byte for byte, and its headers by their names in small letters: what a signature is held against. */
export type Sent = { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> }

/** Who acts. A person sees the records of the own unit and of all units below it. */
export type Actor =
  | {
      readonly kind: 'person'
      readonly personId: string
      readonly unitId: string
      readonly sessionId: string
      readonly permissions: ReadonlySet<string>
    }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'system'; readonly name: string }

/** Whose eyes a record is looked at with; nobody's see none. */
export type Eyes = { readonly unitId: string | null; readonly personId: string | null }

export function eyesOf(actor: Actor): Eyes {
  return actor.kind === 'person' ? actor : { unitId: null, personId: null }
}

export type PersonContext = Context & { readonly actor: Extract<Actor, { kind: 'person' }> }

export function requireSignedIn(context: Context): asserts context is PersonContext {
  if (context.actor.kind !== 'person') refuse('not-signed-in')
}

/** The first beat of every use case. */
export function requirePermission(context: Context, permission: string): asserts context is PersonContext {
  requireSignedIn(context)
  if (!context.actor.permissions.has(permission)) refuse('not-permitted', { permission })
}
