// Generated from the migrated database by `npm run schema`; the check fails when it drifts.
import type { ColumnType, Generated } from 'kysely'

export type Tables = {
  ledgerEntry: {
    id: string
    at: Temporal.Instant
    actorId: string | null
    did: string
    requestId: string
    detail: ColumnType<unknown, string>
    writtenBy: Generated<string>
  }
  ledgerSeal: {
    number: bigint
    entryId: string
    sha256: string
    sm3: string
    sealedAt: Temporal.Instant
  }
}
