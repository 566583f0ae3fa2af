import { remember } from './remember.ts'

/** The two languages of every sentence the product says. Forms and evidence stay in the language of the original. */
export type Language = 'zh' | 'en'

/** A sentence in both languages; `{name}` stands for a parameter. */
export type Wording = Readonly<Record<Language, string>>

export type WordingParameters = Readonly<Record<string, string | number>>

export function say(wording: Wording, language: Language, parameters: WordingParameters = {}): string {
  const [first = '', ...rest] = partsOf(wording[language])
  return rest.reduce((said, part, at) => said + (at % 2 === 1 ? part : (parameters[part] ?? `{${part}}`)), first)
}

const MOST_SENTENCES = 5_000

/** Words and names of parameters by turns. A list says the same sentence hundreds of times: it is taken apart once. */
const partsOf = remember(MOST_SENTENCES, (text: string): readonly string[] => text.split(/\{(\w+)\}/))
