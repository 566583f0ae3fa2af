import { type Language, say, type Wording, type WordingParameters } from '@shiji/kernel/wording'
import { useLook } from '../look/look-store.ts'

type Words = Readonly<Record<string, Wording>>

/** Words the sentences of one screen in the language of the person; a missing language or key is a type error. */
export function useWords<const W extends Words>(words: W) {
  const { language } = useLook()
  return (key: keyof W, parameters?: WordingParameters) => say(words[key] as Wording, language, parameters)
}

export function useLanguage(): Language {
  return useLook().language
}
