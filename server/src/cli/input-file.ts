import { open } from 'node:fs/promises'
import { READ_PROBLEM_WORDING } from '@shiji/forms/read/read-wording'
import { say } from '@shiji/kernel/wording'
import { CLI } from './cli-wording.ts'
import { type Call, CallRefused, type Command } from './command.ts'
import { usageOf } from './help.ts'
import { sayReason } from './system-reasons.ts'

const MEGABYTE = 2 ** 20

/** The files named in the call; refuses a call that names none. */
export function namedFiles(command: Pick<Command, 'path' | 'usage'>, call: Call): readonly string[] {
  if (call.arguments.length > 0) return call.arguments
  const usage = usageOf({ ...command, summary: { zh: '', en: '' }, options: {}, run: async () => 0 })
  throw new CallRefused(say(CLI.fileMissing, call.language, { usage }))
}

/** The bytes of a file; one that is too large is refused by its size, before anything is loaded. */
export async function loadBytes(file: string, maxBytes: number, call: Call): Promise<Uint8Array> {
  try {
    const handle = await open(file, 'r')
    try {
      const facts = await handle.stat()
      if (facts.isDirectory()) throw new CallRefused(say(CLI.fileIsFolder, call.language, { file }), 3)
      const { size } = facts
      if (size > maxBytes) throw new CallRefused(tooLarge(file, { size, maxBytes }, call), 3)
      const buffer = new Uint8Array(size)
      let filled = 0
      while (filled < buffer.length) {
        const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, filled)
        if (bytesRead === 0) break
        filled += bytesRead
      }
      return buffer.subarray(0, filled)
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof CallRefused) throw error
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    const wording = isMissing ? CLI.fileNotFound : CLI.fileUnreadable
    throw new CallRefused(say(wording, call.language, { file, reason: sayReason(error, call.language) }), 3)
  }
}

function tooLarge(file: string, { size, maxBytes }: { size: number; maxBytes: number }, call: Call): string {
  const parameters = { megabytes: Math.ceil(size / MEGABYTE), limit: Math.floor(maxBytes / MEGABYTE) }
  return `${file}: ${say(READ_PROBLEM_WORDING['file-too-large'], call.language, parameters)}`
}
