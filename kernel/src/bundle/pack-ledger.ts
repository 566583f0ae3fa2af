/** The entry of the ledger that anchors a seal, with the link before it and its own. */
export type PackLedger = {
  readonly previous: string
  readonly number: string
  readonly sealedAt: string
  /** The columns of the entry in the order they are hashed. */
  readonly entry: readonly (string | null)[]
  readonly sha256: string
  readonly sm3: string
  /** The root the entry names. */
  readonly root: string
}

const DETAIL = 5

/** null for what is no such entry. */
export function readLedger(text: string): PackLedger | null {
  try {
    const { previous, number, sealedAt, entry, sha256, sm3 } = JSON.parse(text) as Record<string, unknown>
    const texts = [previous, number, sealedAt, sha256, sm3]
    if (!texts.every((one) => typeof one === 'string') || !Array.isArray(entry)) return null
    const { root } = JSON.parse(String(entry[DETAIL])) as { root?: unknown }
    if (typeof root !== 'string') return null
    return { ...({ previous, number, sealedAt, sha256, sm3 } as Omit<PackLedger, 'entry' | 'root'>), entry, root }
  } catch {
    return null
  }
}

/** What the ledger hashes (`platform/ledger/chain`): the link before, then the entry with its place. */
export function ledgerLinkText({ previous, number, sealedAt, entry }: PackLedger): string {
  return `${previous}\n${JSON.stringify([number, sealedAt, ...entry])}`
}
