import { DemoUnfinished } from '@shiji/demo/district'
import { type Language, say } from '@shiji/kernel/wording'
import { PostgresRefusal } from '#platform/postgres/postgres-problem'
import { POSTGRES_PROBLEM_WORDING } from '#platform/postgres/postgres-wording'
import { KeyFileUnreadable } from '#platform/secrets/key-file'
import { DATABASE_REASONS, START } from './start-wording.ts'

export type Where = { readonly port: number; readonly host: string }

type StartCircumstances = Where & {
  readonly dataFolder: string
  readonly language: Language
  /** The database is that of DATABASE_URL. */
  readonly isForeign: boolean
}

const FOLDER_CALLS = ['mkdir', 'scandir', 'chmod', 'chown', 'stat', 'statfs', 'open']

/** Why nothing was started, for whoever started it; null for what is a bug and no circumstance. */
export function sayStartProblem(error: unknown, circumstances: StartCircumstances): string | null {
  const { language, isForeign, dataFolder: folder, port, host } = circumstances
  if (error instanceof PostgresRefusal) {
    return say(POSTGRES_PROBLEM_WORDING[error.problem.code], language, error.problem.parameters)
  }
  if (!(error instanceof Error)) return null
  if (error instanceof DemoUnfinished) return say(START.demoUnfinished, language, { folder })

  if (error instanceof KeyFileUnreadable) return say(START.keyFileUnreadable, language, { file: error.file })
  if (error.name === 'TenantNotServed') return say(START.notServed, language, { folder, district: error.message })

  const { code = '', syscall = '', port: refused = port } = error as NodeJS.ErrnoException & { port?: number }
  if (syscall === 'listen' || syscall === 'bind') {
    if (refused !== port) return say(START.devicePortRefused, language, { port: refused, host, code })
    if (code === 'EADDRINUSE') return say(START.portTaken, language, { port, host })
    if (code === 'EACCES') return say(START.portForbidden, language, { port, host })
  }
  if (code === 'EADDRNOTAVAIL' || (code === 'ENOTFOUND' && !isForeign))
    return say(START.hostUnknown, language, { port, host })
  if (FOLDER_CALLS.includes(syscall)) return say(START.folderForbidden, language, { folder, code })
  if (!isForeign || code === '') return null
  const reason = DATABASE_REASONS[code]
  return say(START.databaseAway, language, { reason: reason === undefined ? error.message : reason[language], code })
}
