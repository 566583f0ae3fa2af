import type { UnaskedReason } from '@shiji/contract/watch-database-words'
import type { DatabaseTarget } from '@shiji/contract/watch-databases'
import type { CheckedEngine } from '@shiji/kernel/watch/checkup/checkup-pack'
import type { CheckupFigures, Observation } from '@shiji/kernel/watch/checkup/judge-checkup'

export type { DatabaseTarget }

/** Something of an area could not be looked at; `code` as the database says it. */
export type Unasked = { readonly area: string; readonly reason: UnaskedReason; readonly code: string }

/** What a database answered to the questions of a check-up. */
export type AskedDatabase = {
  readonly engine: CheckedEngine
  readonly version: string
  readonly figures: CheckupFigures
  readonly observations: readonly Observation[]
  readonly unasked: readonly Unasked[]
}
