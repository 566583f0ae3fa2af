/** The two languages of every sentence the product says. Forms and evidence stay in the language of the original. */
export type Language = 'zh' | 'en'

/** A sentence in both languages; `{name}` stands for a parameter. */
export type Wording = Readonly<Record<Language, string>>

export type WordingParameters = Readonly<Record<string, string | number>>

export function say(wording: Wording, language: Language, parameters: WordingParameters = {}): string {
  return wording[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => String(parameters[name] ?? placeholder))
}
