/** The first character of every initial in the order of pinyin; i, u and v begin no syllable. */
const FIRST_OF = [...'阿八嚓哒妸发旮哈讥咔垃妈拏噢妑七呥仨它穵夕丫匝']
const INITIALS = 'abcdefghjklmnopqrstwxyz'
const BY_PINYIN = new Intl.Collator('zh-Hans-CN-u-co-pinyin')

/** 响应时间 is `xysj`: what people type who do not switch to Chinese. A character of several readings has its first. */
export function pinyinInitials(text: string): string {
  return [...text.normalize('NFKC').toLowerCase()].map(initialOf).join('')
}

function initialOf(character: string): string {
  if (/[a-z0-9]/.test(character)) return character
  if (!/\p{Script=Han}/u.test(character)) return ''
  const after = FIRST_OF.findLastIndex((first) => BY_PINYIN.compare(first, character) <= 0)
  return INITIALS[after] ?? ''
}
