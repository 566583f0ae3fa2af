import type { EventName } from '#platform/events'

/**
 * A case took a step that matters to its subject: a desk agreed, it went back to its starter, was taken back, or ended.
 * Told in the transaction of the step, so that the subject moves with it or the step does not happen.
 */
export type FlowStepped = {
  readonly subject: { readonly kind: string; readonly id: string }
  readonly outcome: 'review' | 'return' | 'withdraw' | 'resubmit' | 'approve' | 'reject'
  readonly opinion: string
  /** The name of the desk it was said at. */
  readonly desk: string
}

export const FLOW_STEPPED: EventName<FlowStepped> = 'flow.stepped'
