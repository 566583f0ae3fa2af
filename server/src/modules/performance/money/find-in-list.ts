import { isSamePayment } from '@shiji/kernel/payments/same-payment'
import type { Tx } from '#platform/database/transaction'
import type { NewPayment } from './money-store.ts'
import { listKnownFingerprints, listUnlisted, markListed } from './recorded-store.ts'

/**
 * Payments recorded beforehand are found in the list and not taken a second time. Answers the lines that remain, and the
 * days on which the found ones counted until now.
 */
export async function findInList(tx: Tx, rows: readonly NewPayment[]) {
  const projectIds = [...new Set(rows.map(({ projectId }) => projectId))]
  const unlisted = projectIds.length === 0 ? [] : await listUnlisted(tx, projectIds)
  if (unlisted.length === 0) return { rest: rows, days: [] }
  const same = unlisted.map((recorded) => {
    const lines = rows.filter((row) => row.projectId === recorded.projectId && isSamePayment(row, recorded))
    return { recorded, lines }
  })
  const fingerprints = same.flatMap(({ lines }) => lines.map(({ fingerprint }) => fingerprint))
  const known = fingerprints.length === 0 ? new Set() : await listKnownFingerprints(tx, fingerprints)
  const found = new Set<string>()
  for (const { recorded, lines } of same) {
    const line = lines.find(({ id, fingerprint }) => !found.has(id) && !known.has(fingerprint))
    if (line === undefined) continue
    found.add(line.id)
    await markListed(tx, recorded.id, line)
  }
  const days = unlisted.map(({ projectId, paidOn }) => ({ projectId, paidOn }))
  return { rest: rows.filter(({ id }) => !found.has(id)), days: found.size === 0 ? [] : days }
}
