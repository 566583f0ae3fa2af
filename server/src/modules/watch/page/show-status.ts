import { listPublicAnnouncements, publicPage, slowDown } from '#modules/desk'
import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'
import { findOpenPage } from './page-store.ts'
import { readStatus } from './read-status.ts'
import { gonePage, STATUS_STYLE, writeStatus } from './write-status.ts'

/** Whoever has the address may look as often as they like; guessing is slowed down. */
export async function showStatus(context: Context, { code }: { code: string }) {
  const { db, language, now } = context
  const found = await read(db, async (reader) => {
    const page = await findOpenPage(reader, code)
    if (page === undefined) return null
    const { unitId } = page
    const announcements = await listPublicAnnouncements(reader, unitId)
    return { page, announcements, status: await readStatus(reader, { unitId, now }) }
  })
  if (found === null) {
    await slowDown(context)
    return publicPage('status.html', gonePage(language), language)
  }
  const { page, announcements, status } = found
  const { title } = page
  const body = writeStatus({ title, now, announcements, ...status }, language)
  return publicPage('status.html', { title, body, style: STATUS_STYLE }, language)
}
