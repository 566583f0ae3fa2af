import { type Language, say, type Wording } from '@shiji/kernel/wording'

/** Why the system or the network refused something, by its code. */
export const SYSTEM_REASONS: Readonly<Record<string, Wording>> = {
  EACCES: { zh: '没有权限', en: 'no permission' },
  EPERM: { zh: '没有权限', en: 'no permission' },
  EROFS: { zh: '那里只能读', en: 'nothing can be written there' },
  ENOSPC: { zh: '磁盘已满', en: 'the disk is full' },
  EDQUOT: { zh: '磁盘配额已用完', en: 'the disk quota is used up' },
  EISDIR: { zh: '那是文件夹', en: 'that is a folder' },
  ENOTDIR: { zh: '路径中间有一段不是文件夹', en: 'a part of the path is no folder' },
  ENOENT: { zh: '没有这个文件或文件夹', en: 'there is no such file or folder' },
  EEXIST: { zh: '那里已有同名的文件', en: 'a file of that name is there already' },
  ENAMETOOLONG: { zh: '名字太长', en: 'the name is too long' },
  ECONNREFUSED: { zh: '那个地址和端口没有程序应答', en: 'nothing answers at that address and port' },
  ECONNRESET: { zh: '连接被断开', en: 'the connection was broken off' },
  ENOTFOUND: { zh: '找不到那台主机', en: 'there is no such host' },
  EAI_AGAIN: { zh: '暂时查不到那台主机', en: 'that host cannot be looked up now' },
  EHOSTUNREACH: { zh: '没有到那台主机的路', en: 'there is no way to that host' },
  ETIMEDOUT: { zh: '等不到应答', en: 'no answer in time' },
}

/** What the system or the network said, with its code for whoever looks it up; not that a request failed. */
export function sayReason(error: unknown, language: Language): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return String(cause)
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : null
  if (code === null) return cause.message
  const reason = SYSTEM_REASONS[code]
  return reason === undefined ? code : `${say(reason, language)} · ${code}`
}

/** The file or folder the system refused to give or to take; null where an error is of another kind. */
export function refusedPlace(error: unknown): string | null {
  if (!(error instanceof Error && 'code' in error && 'path' in error)) return null
  const isRefusal = typeof error.code === 'string' && SYSTEM_REASONS[error.code] !== undefined
  return isRefusal && typeof error.path === 'string' ? error.path : null
}
