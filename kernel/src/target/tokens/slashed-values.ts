const UNIT = '[^\\d\\s/（()）,，、;；。]{1,4}'
const TIME = '(?:秒|分钟|小时|天|个?工作日|min|h)'
const ASIDE = '[（(][^（()）]{1,20}[)）]'
const NUMBER = '\\d+(?:\\.\\d+)?'
/** 7/24小时 is how long somebody is there. */
const COVERAGE = '[567]/(?:8|12|24)'

/** A stroke between two times, or two values of one unit with a name or a sign, lists them; else it may tell a rate. */
const SLASHES: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`(?<=\\d(${UNIT})${ASIDE})/(?=${NUMBER}\\1)`, 'g'), '、'],
  [new RegExp(`(?<=[≥≤><]${NUMBER}(${UNIT}))/(?=${NUMBER}\\1)`, 'g'), '、'],
  [new RegExp(`(?<=\\d${TIME}(?:${ASIDE})?)/(?=${NUMBER}${TIME})`, 'g'), '、'],
  [new RegExp(`(?<![\\d./])(?!${COVERAGE})(\\d{1,2})/(?=\\d{1,2}(${TIME}))`, 'g'), '$1$2、'],
]

/** 24小时（远程）/48小时（现场） is a list of two, 2/4小时 as well; 200台/套 and 5次/1000台 are rates. */
export function listSlashed(folded: string): string {
  return SLASHES.reduce((text, [pattern, plain]) => text.replace(pattern, plain), folded)
}
