import { mkdir, open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Link } from './chain.ts'
import type { Head } from './seal-ledger.ts'

/** A head of one tenant's chain as it was when it was sealed, kept where the database cannot reach. */
export type Anchor = Head & { readonly schema: string; readonly at: string }

/** A line of the log, or the place of one that cannot be read. */
export type AnchorLine =
  | { readonly kind: 'anchor'; readonly anchor: Anchor }
  | { readonly kind: 'unreadable'; readonly file: string; readonly line: number }

export const ANCHOR_FOLDER = 'ledger-heads'

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const AnchorText = z.object({
  schema: z.string(),
  number: z.string().regex(/^\d{1,19}$/),
  sha256: hash,
  sm3: hash,
  at: z.string(),
})

/** Appends one line and waits until the disk has it. One file per year: `<data>/ledger-heads/2026.log`. */
export async function appendAnchor(dataFolder: string, { schema, number, link, at }: Anchor): Promise<void> {
  const folder = join(dataFolder, ANCHOR_FOLDER)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const file = await open(join(folder, `${at.slice(0, 4)}.log`), 'a+', 0o600)
  try {
    const text = JSON.stringify({ schema, number: number.toString(), ...link, at })
    // After a crash in mid-write the torn line stays as it is, and this one begins on a line of its own.
    await file.appendFile(`${(await endsInMidLine(file)) ? '\n' : ''}${text}\n`)
    await file.datasync()
  } finally {
    await file.close()
  }
}

/** The files as long as they are now. Measured before the database is asked, no head in them is newer than its answer. */
export type AnchorFiles = readonly { readonly name: string; readonly bytes: number }[]

export async function measureAnchors(dataFolder: string): Promise<AnchorFiles> {
  const folder = join(dataFolder, ANCHOR_FOLDER)
  const names = (await readdir(folder).catch((): string[] => [])).filter((name) => /^\d{4}\.log$/.test(name)).sort()
  return Promise.all(names.map(async (name) => ({ name, bytes: (await stat(join(folder, name))).size })))
}

/** Every line, oldest first. The last line of a file may be torn by a crash: then its head was not promised yet. */
export async function* listAnchors(dataFolder: string, files: AnchorFiles): AsyncGenerator<AnchorLine> {
  for (const { name, bytes } of files) {
    if (bytes === 0) continue
    const file = await open(join(dataFolder, ANCHOR_FOLDER, name), 'r')
    let line = 0
    for await (const text of file.readLines({ end: bytes - 1 })) {
      line += 1
      const anchor = readAnchor(text)
      if (anchor !== null) yield { kind: 'anchor', anchor }
      else if (!isTorn(text)) yield { kind: 'unreadable', file: join(ANCHOR_FOLDER, name), line }
    }
  }
}

export async function findLastAnchor(dataFolder: string, schema: string): Promise<Anchor | null> {
  let last: Anchor | null = null
  for await (const line of listAnchors(dataFolder, await measureAnchors(dataFolder))) {
    if (line.kind === 'anchor' && line.anchor.schema === schema) last = line.anchor
  }
  return last
}

function readAnchor(text: string): Anchor | null {
  try {
    const { schema, number, sha256, sm3, at } = AnchorText.parse(JSON.parse(text))
    const link: Link = { sha256, sm3 }
    return { schema, number: BigInt(number), link, at }
  } catch {
    return null
  }
}

/** A write cut short leaves the beginning of a line without its closing brace. */
function isTorn(text: string): boolean {
  return text === '' || ('{"schema":"'.startsWith(text.slice(0, 11)) && !text.endsWith('}'))
}

async function endsInMidLine(file: Awaited<ReturnType<typeof open>>): Promise<boolean> {
  const { size } = await file.stat()
  if (size === 0) return false
  const { buffer } = await file.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer[0] !== 0x0a
}
