import type { Context } from './context.ts'
import type { Tx } from './database/transaction.ts'

declare const fact: unique symbol

/** The name of something that happens, `flow.stepped`, and the type of what is told of it. */
export type EventName<Fact> = string & { readonly [fact]?: Fact }

/** Acts in the transaction in which the thing happened: both stand or neither does. */
export type Listener = {
  readonly hears: string
  readonly act: (tx: Tx, context: Context, told: unknown) => Promise<void>
}

/** Who hears what; a module below tells, modules above listen. */
export type Listeners = readonly Listener[]

export function listen<Fact>(
  hears: EventName<Fact>,
  act: (tx: Tx, context: Context, told: Fact) => Promise<void>,
): Listener {
  return { hears, act: (tx, context, told) => act(tx, context, told as Fact) }
}

export async function tell<Fact>(tx: Tx, context: Context, event: EventName<Fact>, told: Fact): Promise<void> {
  for (const { hears, act } of context.listeners) if (hears === event) await act(tx, context, told)
}
