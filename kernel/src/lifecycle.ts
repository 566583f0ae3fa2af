/** A life as a table: from every state the states that may follow it. */
export type Lifecycle<State extends string> = Readonly<Record<State, readonly State[]>>

/** States no path from the first one leads to: a mistake of the table, asked for in tests. */
export function unreachable<State extends string>(life: Lifecycle<State>, first: State): State[] {
  const reached = new Set<State>([first])
  for (const state of reached) for (const next of life[state]) reached.add(next)
  return (Object.keys(life) as State[]).filter((state) => !reached.has(state))
}
