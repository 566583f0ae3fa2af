import type { CheckupId, DatabaseId } from '@shiji/contract/watch-databases'
import { useParams } from '@tanstack/react-router'
import type { api } from '#desk/api/client.ts'
import type { LightKind } from '#desk/kit/light.tsx'
import type { Words } from '#desk/words/use-words.ts'

export type DatabaseLine = Awaited<ReturnType<typeof api.watchDatabases.listDatabases>>[number]
export type OpenedDatabase = Awaited<ReturnType<typeof api.watchDatabases.openDatabase>>
export type OpenedCheckup = Awaited<ReturnType<typeof api.watchDatabases.openCheckup>>
export type CheckupLine = OpenedDatabase['checkups'][number]
export type Finding = OpenedCheckup['findings'][number]
export type Grade = Finding['grade']

export const GRADES = ['serious', 'notable', 'hint'] as const satisfies readonly Grade[]

export const GRADE_WORDS = {
  serious: { zh: '须立即处理', en: 'act at once' },
  notable: { zh: '应安排处理', en: 'plan it' },
  hint: { zh: '建议', en: 'advice' },
} as const satisfies Words

export const GRADE_LIGHTS: Readonly<Record<Grade, LightKind>> = { serious: 'bad', notable: 'watch', hint: 'none' }

export const ENGINE_WORDS = {
  postgres: { zh: 'PostgreSQL', en: 'PostgreSQL' },
  mysql: { zh: 'MySQL / MariaDB', en: 'MySQL / MariaDB' },
  oracle: { zh: 'Oracle（未在真实服务器上验证）', en: 'Oracle (untested on a live server)' },
  sqlserver: { zh: 'SQL Server（未在真实服务器上验证）', en: 'SQL Server (untested on a live server)' },
} as const satisfies Words

export function useDatabaseId(): DatabaseId {
  const { databaseId } = useParams({ strict: false })
  return (databaseId ?? '') as DatabaseId
}

export function useCheckupId(): CheckupId {
  const { checkupId } = useParams({ strict: false })
  return (checkupId ?? '') as CheckupId
}

const UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const
const STEP = 1024
const DAY = 86_400

/** Bytes in the unit that leaves few digits. */
export function formatBytes(bytes: number): string {
  const place = bytes < STEP ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(STEP)))
  const amount = bytes / STEP ** place
  return `${amount.toFixed(place === 0 || amount >= 100 ? 0 : 1)} ${UNITS[place] ?? ''}`
}

export const FIGURE_UNITS = {
  days: { zh: '{days} 天 {hours} 小时', en: '{days} d {hours} h' },
} as const satisfies Words

type SayDays = (key: 'days', parameters: Record<string, number>) => string

export function formatFigure(key: string, value: number, say: SayDays): string {
  if (key.endsWith('-bytes')) return formatBytes(value)
  if (key.endsWith('-seconds')) {
    return say('days', { days: Math.floor(value / DAY), hours: Math.floor((value % DAY) / 3600) })
  }
  return String(value)
}
