import { type FileHandle, open, rm, writeFile } from 'node:fs/promises'
import { assetLists } from '@shiji/contract/assets'
import { stockLists } from '@shiji/contract/assets-stock'
import { directoryImport, type ListReading } from '@shiji/contract/directory-import'
import type { ListCounts, ListVerdict } from '@shiji/contract/lists'
import { readingLists } from '@shiji/contract/upkeep-meters'
import { csvText } from '@shiji/kernel/csv-cell'
import { say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { type Call, CallRefused } from '../command.ts'
import { ServerRefusal, type SignedIn } from '../on-server.ts'
import { COUNTED, IMPORT } from './import-wording.ts'
import type { Imported } from './imported.ts'

/** How lists of each kind come in. */
const LISTS = {
  people: { look: directoryImport.readList, mark: directoryImport.markList },
  assets: { look: assetLists.readAssetList, mark: assetLists.markAssetList, take: assetLists.takeAssetList },
  stock: { look: stockLists.readStockList, mark: stockLists.markStockList, take: stockLists.takeStockList },
  readings: {
    look: readingLists.readReadingList,
    mark: readingLists.markReadingList,
    take: readingLists.takeReadingList,
  },
} as const

export type ListKind = keyof typeof LISTS

export function isListKind(kind: string | undefined): kind is ListKind {
  return kind !== undefined && Object.hasOwn(LISTS, kind)
}

type Given = { readonly kind: ListKind; readonly file: File }
type Counts = z.infer<typeof ListCounts>
type Verdict = z.infer<typeof ListVerdict> & (Counts | Pick<z.infer<typeof ListReading>, 'units' | 'people'>)

/** Looks at a list as its page does and takes it whole, or says what is wrong with it and takes nothing. */
export async function importList(signedIn: SignedIn, call: Call, { kind, file }: Given): Promise<Imported> {
  const verdict: Verdict = await signedIn.ask(LISTS[kind].look, { file })
  const { fingerprint, ...said } = verdict
  if (verdict.wrongCells > 0) {
    sayWrong(call, file, verdict)
    await writeReport(signedIn, call, { kind, file })
    return { said: { file: file.name, taken: false, ...said }, exitCode: 2 }
  }
  sayCounts(call, verdict)
  const isLook = call.flags['dry-run'] === true
  if (!isLook) {
    if (kind === 'people') await takePeople(signedIn, call, { file, fingerprint })
    else await signedIn.ask(LISTS[kind].take, { file, fingerprint })
  }
  if (!call.json) call.print(say(isLook ? IMPORT.looked : IMPORT.taken, call.language, { file: file.name }))
  return { said: { file: file.name, taken: !isLook, ...said }, exitCode: 0 }
}

type LookedAt = { readonly file: File; readonly fingerprint: string }

/** The place of the links is there before anybody is invited: a link is shown once. */
async function takePeople(signedIn: SignedIn, call: Call, looked: LookedAt): Promise<void> {
  const path = call.texts.links
  if (path === undefined) throw new CallRefused(say(IMPORT.noLinks, call.language))
  const place = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new CallRefused(say(IMPORT.linksThere, call.language, { path })) : error
  })
  try {
    const { links } = await signedIn.ask(directoryImport.takeList, { ...looked, linksFor: 'new' })
    await writeLinks(place, signedIn.address, links)
    call.tell(say(IMPORT.links, call.language, { count: links.length, path }))
  } catch (error) {
    if (error instanceof ServerRefusal) await rm(path)
    throw error
  } finally {
    await place.close()
  }
}

type Link = { readonly name: string; readonly unitName: string; readonly login: string; readonly code: string }

async function writeLinks(file: FileHandle, server: string, links: readonly Link[]): Promise<void> {
  const rows = links.map(({ name, unitName, login, code }) => [name, unitName, login, `${server}/invitation/${code}`])
  await file.writeFile(csvText([['姓名', '单位', '登录名', '链接'], ...rows]))
}

function sayWrong(call: Call, { name }: File, { wrongCells, wrongRows, problems }: Verdict): void {
  if (call.json) return
  const { language, print } = call
  print(say(IMPORT.wrong, language, { file: name, rows: wrongRows, cells: wrongCells }))
  for (const { sheet, cell, reason } of problems) print(say(IMPORT.cell, language, { sheet, cell, reason }))
  if (wrongCells > problems.length) print(say(IMPORT.more, language, { count: wrongCells - problems.length }))
}

function sayCounts(call: Call, verdict: Verdict): void {
  if (call.json) return
  const counted = 'units' in verdict ? { units: verdict.units, people: verdict.people } : { rows: verdict }
  for (const [what, { made, changed, unchanged }] of Object.entries(counted)) {
    const name = say(COUNTED[what as keyof typeof COUNTED], call.language)
    call.print(say(IMPORT.counts, call.language, { what: name, made, changed, unchanged }))
  }
}

async function writeReport(signedIn: SignedIn, call: Call, { kind, file }: Given): Promise<void> {
  const path = call.texts.report
  if (path === undefined) return
  const marked = await signedIn.ask(LISTS[kind].mark, { file })
  await writeFile(path, await marked.bytes())
  call.tell(say(IMPORT.reported, call.language, { path }))
}
