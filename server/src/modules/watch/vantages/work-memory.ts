import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { VantageWork } from '@shiji/contract/watch-vantages'
import { z } from 'zod'
import { makeSecretBox } from '#platform/secrets/secret-box'

const KeptWork = z.object({ work: VantageWork, clockMs: z.number().int() })
export type KeptWork = z.output<typeof KeptWork>

type WorkMemory = {
  /** Undefined where nothing was kept, or where it was kept for another server or under another word. */
  readonly read: () => Promise<KeptWork | undefined>
  readonly keep: (kept: KeptWork) => Promise<void>
  readonly forget: () => Promise<void>
}

/**
 * The last work of a place on its own disk, so that one that starts while the server is away looks at once. Addresses
 * and what is sent there are sealed by the word of the place: a new word, and nobody reads it any more.
 */
export function rememberWork({ file, server, word }: { file: string; server: string; word: string }): WorkMemory {
  const box = makeSecretBox([{ id: 'word', bytes: createHash('sha256').update(`work of ${word}`).digest() }])
  const about = `watch.vantage/${server}`
  let written = ''
  return {
    read: async () => {
      const sealed = await readFile(file, 'utf8').catch(orMissing)
      const text = sealed === undefined ? null : box.open(sealed.trim(), about)
      // Kept by another version of this program it may be read no more: then the server is asked as on a first day.
      return text === null ? undefined : KeptWork.safeParse(JSON.parse(text)).data
    },
    keep: async (kept) => {
      const { now: _now, ...work } = kept.work
      const text = JSON.stringify(work)
      if (text === written) return
      const fresh = `${file}.fresh`
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      await writeFile(fresh, `${box.seal(JSON.stringify(kept), about)}\n`, { mode: 0o600 })
      // Whoever starts while this is written finds the one before.
      await rename(fresh, file)
      written = text
    },
    forget: async () => {
      written = ''
      await rm(file, { force: true })
    },
  }
}

function orMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
  return undefined
}
