import type { Light as CourseLightKind } from '@shiji/contract/monitoring'
import { say, type Wording } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { Light, type LightKind } from '#desk/kit/light.tsx'
import { useLanguage } from '#desk/words/use-words.ts'

export type Course = z.infer<typeof CourseLightKind>

const LIGHTS: Readonly<Record<Course, Wording & { readonly kind: LightKind }>> = {
  red: { kind: 'bad', zh: '红灯', en: 'Red' },
  yellow: { kind: 'watch', zh: '黄灯', en: 'Yellow' },
  green: { kind: 'good', zh: '绿灯', en: 'Green' },
  blue: { kind: 'good', zh: '蓝灯 超计划', en: 'Blue, beyond plan' },
}

/** The light of the place's rules by shape, colour and word; with the percent it comes from where there is one. */
export function CourseLight({ light, percent }: { readonly light: Course; readonly percent: string | null }) {
  const language = useLanguage()
  const { kind, ...wording } = LIGHTS[light]
  const word = say(wording, language)
  return <Light kind={kind} word={percent === null ? word : `${word} ${percent}%`} />
}
