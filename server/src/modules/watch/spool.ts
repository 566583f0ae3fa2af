import { appendFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { TakenSample } from './save-samples.ts'

/** Answers that wait on disk while the database is away. */
type Spool = {
  readonly put: (samples: readonly TakenSample[]) => Promise<void>
  /** Hands over what waits, oldest first and in parts; it is forgotten when all of it was taken. */
  readonly deliver: (take: (samples: readonly TakenSample[]) => Promise<void>) => Promise<void>
}

const PART = 5_000

export function openSpool(file: string): Spool {
  const leaving = `${file}.leaving`
  let isEmpty = false
  return {
    put: async (samples) => {
      isEmpty = false
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      // On a line of its own: what a full disk or a stop cut off before must not spoil it.
      const lines = samples.map((sample) => `\n${JSON.stringify(sample)}`)
      await appendFile(file, lines.join(''), { mode: 0o600 })
    },
    deliver: async (take) => {
      if (isEmpty) return
      // What a delivery that was broken off left behind goes first.
      for (const part of [leaving, file]) {
        if (part === file) await rename(file, leaving).catch(orMissing)
        const samples = await readSpool(leaving)
        for (let at = 0; at < samples.length; at += PART) await take(samples.slice(at, at + PART))
        await rm(leaving, { force: true })
      }
      isEmpty = true
    },
  }
}

async function readSpool(file: string): Promise<TakenSample[]> {
  const text = (await readFile(file, 'utf8').catch(orMissing)) ?? ''
  return text.split('\n').flatMap((line) => sampleOf(line))
}

/** Nothing where the line was cut off: an answer is one line, so half of one is no JSON. */
function sampleOf(line: string): TakenSample[] {
  if (line === '') return []
  try {
    return [TakenSample.parse(JSON.parse(line))]
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

function orMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error
  return undefined
}
