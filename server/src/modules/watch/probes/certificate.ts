import type { TLSSocket } from 'node:tls'
import { type Answer, bad } from './finding.ts'

const DAY_MS = 86_400_000

/** How long the certificate shown on a line is good; fewer days than asked for count as a failure. */
export function judgeCertificate(socket: TLSSocket, daysLeft: number | null): Answer {
  const until = Date.parse(socket.getPeerCertificate().valid_to ?? '')
  if (Number.isNaN(until)) return { problem: null, certificateUntil: null }
  const certificateUntil = Temporal.Instant.fromEpochMilliseconds(until)
  const days = Math.floor((until - Temporal.Now.instant().epochMilliseconds) / DAY_MS)
  const { problem } = bad('certificate-expiring', { days })
  return { problem: daysLeft !== null && days < daysLeft ? problem : null, certificateUntil }
}
