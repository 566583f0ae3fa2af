import { say } from '@shiji/kernel/wording'
import { CLI } from '../cli-wording.ts'
import { type Call, CallRefused } from '../command.ts'

const FORMATS = ['docx', 'xlsx', 'pdf', 'html'] as const
export type Format = (typeof FORMATS)[number]

/** The formats named with `--as`; Word when none is. */
export function formatsOf(call: Call): Format[] {
  const asked = (call.texts.as ?? 'docx').split(',').map((word) => word.trim())
  const unknown = asked.find((word) => !FORMATS.some((format) => format === word))
  if (unknown !== undefined) {
    throw new CallRefused(say(CLI.unknownFormat, call.language, { name: unknown, known: FORMATS.join(', ') }))
  }
  return FORMATS.filter((format) => asked.includes(format))
}

/** The name of a project as any file system takes it. */
export function stemOf(project: string): string {
  return project.replace(/[^\p{L}\p{N}（）()_-]+/gu, '').slice(0, 40)
}
