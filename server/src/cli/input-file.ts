import { open } from 'node:fs/promises'
import { say } from '@shiji/kernel/wording'
import { CLI } from './cli-wording.ts'
import { type Call, CallRefused, type Command } from './command.ts'
import { usageOf } from './help.ts'

/** The files named in the call; refuses a call that names none. */
export function namedFiles(command: Pick<Command, 'path' | 'usage'>, call: Call): readonly string[] {
  if (call.arguments.length > 0) return call.arguments
  const usage = usageOf({ ...command, summary: { zh: '', en: '' }, options: {}, run: async () => 0 })
  throw new CallRefused(say(CLI.fileMissing, call.language, { usage }))
}

/** The first `maxBytes + 1` bytes of a file at most: a reader that sees one byte too many refuses, nobody loads 300 MB. */
export async function loadBytes(file: string, maxBytes: number, call: Call): Promise<Uint8Array> {
  try {
    const handle = await open(file, 'r')
    try {
      const { size } = await handle.stat()
      const buffer = new Uint8Array(Math.min(size, maxBytes + 1))
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
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    const wording = code === 'ENOENT' ? CLI.fileNotFound : CLI.fileUnreadable
    throw new CallRefused(say(wording, call.language, { file, reason: code }), 3)
  }
}
