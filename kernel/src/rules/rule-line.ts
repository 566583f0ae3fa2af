import { type Decimal, decimal, multiply, normalize } from '../decimal.ts'
import type { Language, Wording } from '../wording.ts'

/** Where a rule is known from, and how surely: A on a form, B in a public text, C known content to be checked, D inferred. */
export type RuleSource = { readonly text: string; readonly sureness: 'A' | 'B' | 'C' | 'D' }

/** One rule of a pack in words: what it is about, what it says, and from where. */
export type RuleLine = { readonly topic: string; readonly text: string; readonly source: RuleSource }

const HUNDRED = decimal('100')

/** 0.8 is 80%. */
export function percentOf(share: Decimal): string {
  return `${normalize(multiply(share, HUNDRED))}%`
}

/** A list as the language writes it. */
export function listed(texts: readonly string[], language: Language): string {
  return texts.join(language === 'zh' ? '、' : ', ')
}

/** Several rules of one line. */
export function joined(texts: readonly string[], language: Language): string {
  return texts.join(language === 'zh' ? '；' : '; ')
}

export type Words = Readonly<Record<string, Wording>>
