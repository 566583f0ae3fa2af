import type { Words } from '#desk/words/use-words.ts'

export const SOURCE_WORDS = {
  typed: { zh: '手填，自报', en: 'typed, a statement' },
  photo: { zh: '附照片', en: 'with a photo' },
  file: { zh: '附文件', en: 'with a file' },
  list: { zh: '清单导入', en: 'from a list' },
} as const satisfies Words

type Meter = { readonly least: string | null; readonly most: string | null; readonly unitWord: string }

/** 18–27 ℃, ≥ 10000 KB, or a dash. */
export function limitsOf({ least, most, unitWord }: Meter): string {
  if (least === null && most === null) return '—'
  const span = least === null ? `≤ ${most}` : most === null ? `≥ ${least}` : `${least}–${most}`
  return `${span} ${unitWord}`.trim()
}

/** 15 of 16 is 15 / 16. */
export function showValue({ value, of }: { readonly value: string; readonly of: string | null }): string {
  return of === null ? value : `${value} / ${of}`
}
