/** The two languages of every sentence the product says. Forms and evidence stay in the language of the original. */
export type Language = 'zh' | 'en'

/** A sentence in both languages; `{name}` stands for a parameter. */
export type Wording = Readonly<Record<Language, string>>

export type WordingParameters = Readonly<Record<string, string | number>>

export function say(wording: Wording, language: Language, parameters: WordingParameters = {}): string {
  const [first = '', ...rest] = partsOf(wording[language])
  return rest.reduce((said, part, at) => said + (at % 2 === 1 ? part : (parameters[part] ?? `{${part}}`)), first)
}

const MOST_KEPT = 5_000
const kept = new Map<string, readonly string[]>()

/** Words and names of parameters by turns. A list says the same sentence hundreds of times: it is taken apart once. */
function partsOf(text: string): readonly string[] {
  const known = kept.get(text)
  if (known !== undefined) return known
  const parts = text.split(/\{(\w+)\}/)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(text, parts)
  return parts
}
