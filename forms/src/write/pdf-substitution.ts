import type { FontRole } from '@shiji/kernel/form/laid-form'
import { type Language, say, type Wording } from '@shiji/kernel/wording'

/** Where the printed document differs from the asked one in its letters. */
export type FontSubstitution =
  | { readonly kind: 'family'; readonly role: FontRole; readonly asked: string; readonly used: string }
  /** No font has the character: a box with its code point is printed. */
  | { readonly kind: 'character'; readonly character: string; readonly code: string }

const WORDINGS: Record<FontSubstitution['kind'], Wording> = {
  family: {
    zh: '未找到字体“{asked}”，以“{used}”代替；把该字体文件放入字体文件夹即可使用。',
    en: 'The font "{asked}" was not found and "{used}" was used; put its file into the fonts folder to use it.',
  },
  character: {
    zh: '没有字体含有字符“{character}”（U+{code}），印作方框；请换字或在字体文件夹中加入含有该字的字体。',
    en: 'No font has the character "{character}" (U+{code}), so a box was printed; use another or add a font that has it.',
  },
}

export function saySubstitution(substitution: FontSubstitution, language: Language): string {
  return say(WORDINGS[substitution.kind], language, substitution)
}
