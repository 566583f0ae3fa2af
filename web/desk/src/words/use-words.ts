import { type Language, say, type Wording, type WordingParameters } from '@shiji/kernel/wording'
import { useLook } from '#desk/look/look-store.ts'

/** The sentences of one feature: `const WORDS = { title: { zh: …, en: … } } as const satisfies Words`. */
export type Words = Readonly<Record<string, Wording>>

export type Say<W extends Words> = (key: keyof W, parameters?: WordingParameters) => string

/** Words a feature's sentences in the language of the person; a missing language or key is a type error. */
export function useWords<const W extends Words>(words: W): Say<W> {
  const language = useLanguage()
  return (key, parameters) => say(words[key] as Wording, language, parameters)
}

/** Several names in a row, parted as the language parts them. */
export function useList(): (names: readonly string[]) => string {
  const language = useLanguage()
  return (names) => names.join(language === 'zh' ? '、' : ', ')
}

/** What is said of a name behind it, in the brackets of the language: 一号楼（教育局）, 一号楼 (教育局). */
export function useAside(): (name: string, aside: string) => string {
  const language = useLanguage()
  return (name, aside) => (language === 'zh' ? `${name}（${aside}）` : `${name} (${aside})`)
}

/** Who or what, and what is said of it: 采购：同意, Purchase: agreed. */
export function useSaying(): (of: string, said: string) => string {
  const language = useLanguage()
  return (of, said) => (language === 'zh' ? `${of}：${said}` : `${of}: ${said}`)
}

export function useLanguage(): Language {
  return useLook().language
}
