import { instantOf, secondOf } from '../clock/second.ts'

/** What a device says of the time; both moments by its own clock. */
export type DeviceTime = { readonly happenedAt: string; readonly sentAt: string }

/** Below this the difference is the way through the network and not the clock of the device. */
const WAY_SECONDS = 3

/**
 * When something happened by the clock of the server, and by how many seconds the device was ahead of it. What was
 * written down offline keeps its distance from the sending; nothing happens after it was received.
 */
export function momentOf({ happenedAt, sentAt }: DeviceTime, receivedAt: string): { at: string; aheadSeconds: number } {
  const received = secondOf(receivedAt)
  const ahead = secondOf(sentAt) - received
  const aheadSeconds = Math.abs(ahead) < WAY_SECONDS ? 0 : ahead
  return { at: instantOf(Math.min(secondOf(happenedAt) - aheadSeconds, received)), aheadSeconds }
}
