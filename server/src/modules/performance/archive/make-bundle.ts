import { SUMS_NAME, writeSums } from '@shiji/kernel/bundle/sums'
import type { PersonContext } from '#platform/context'
import { officeDay } from '#platform/office-day'
import type { ArchivedFile } from './archive-store.ts'
import type { Part } from './bundle-part.ts'
import type { Year } from './collect-year.ts'
import { loadAttachments } from './load-attachments.ts'
import { printYear } from './print-year.ts'
import { writeIndex } from './write-index.ts'
import { writeYearData } from './write-year-data.ts'

/** A file of the bundle as its table of contents lists it. */
export type Listed = ArchivedFile & { readonly title: string }

export type Bundle = { readonly files: readonly ArchivedFile[]; readonly sumsSha256: string }

/** Makes every file of the bundle and keeps it; each is on the disk before a row of the database names it. */
export async function makeBundle(context: PersonContext, year: Year): Promise<Bundle> {
  const attached = await loadAttachments(context, year)
  const made = [...(await printYear(context, year)), ...writeYearData(year)]
  const listed: Listed[] = []
  for (const part of made) listed.push({ ...(await keep(context, part)), title: part.title })
  listed.push(...attached)

  const day = officeDay(context.now).toString()
  const index = writeIndex({ year, listed, district: context.district, day })
  const files = [...listed.map(({ title: _, ...file }) => file), await keepText(context, 'index.html', index)]
  const sums = await keepText(context, SUMS_NAME, writeSums(files))
  return { files: [...files, sums], sumsSha256: sums.sha256 }
}

async function keep({ files }: PersonContext, { path, bytes }: Omit<Part, 'title'>): Promise<ArchivedFile> {
  return { path, bytes: bytes.length, sha256: await files.save(bytes) }
}

async function keepText(context: PersonContext, path: string, content: string): Promise<ArchivedFile> {
  return keep(context, { path, bytes: new TextEncoder().encode(content) })
}
