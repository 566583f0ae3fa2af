import { compare, type Decimal, decimal, isNegative, isZero, negate, normalize, round } from './decimal.ts'
import { fail, ok, type Result } from './result.ts'

/** `finer-than-fen`: the amount has parts of a 分. `too-large`: from 1 亿亿 on nobody writes it out. */
type CapitalsProblem = 'finer-than-fen' | 'too-large'

const TOO_LARGE = decimal('10000000000000000')
const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']
const PLACES = ['仟', '佰', '拾', '']
/** Written as the capitals they stand for before anything is read. */
const PLAIN_FORMS: Readonly<Record<string, string>> = {
  〇: '零',
  一: '壹',
  二: '贰',
  两: '贰',
  貳: '贰',
  三: '叁',
  參: '叁',
  四: '肆',
  五: '伍',
  六: '陆',
  陸: '陆',
  七: '柒',
  八: '捌',
  九: '玖',
  十: '拾',
  百: '佰',
  千: '仟',
  萬: '万',
  億: '亿',
  圆: '元',
  圓: '元',
  正: '整',
}

/**
 * 人民币大写 without the words 人民币, which the paper has printed or the caller puts in front.
 * Source: 支付结算办法 附件一, 正确填写票据和结算凭证的基本规定; where it allows two spellings, its first.
 */
export function moneyInCapitals(yuan: Decimal): Result<string, CapitalsProblem> {
  const amount = isNegative(yuan) ? negate(yuan) : yuan
  if (compare(amount, TOO_LARGE) >= 0) return fail('too-large')
  const exact = round(amount, { scale: 2, rounding: 'down' })
  if (compare(exact, amount) !== 0) return fail('finer-than-fen')
  const [whole = '0', cents = '00'] = exact.split('.')
  return ok(`${isNegative(yuan) ? '负' : ''}${inWords(whole, Number(cents[0]), Number(cents[1]))}`)
}

/** Null when the text is no amount in capitals; the plain forms (一十百) are read as well. */
export function parseCapitals(text: string): Decimal | null {
  const written = [...text].map((character) => PLAIN_FORMS[character] ?? character).join('')
  const parts =
    /^(负)?(?:人民币)?:?(?:([^元角分整]+)元|([^元角分整]+[万亿])(?=整?$))?零?(?:([^元角分整])角)?零?(?:([^元角分整])分)?整?$/.exec(
      written,
    )
  if (parts === null) return null
  // 壹佰万 needs no 元 to be told from a bare count.
  const [, negative, inYuan, inWan, jiao, fen] = parts
  const whole = inYuan ?? inWan
  if (whole === undefined && jiao === undefined && fen === undefined) return null
  const yuan = whole === undefined ? '0' : readWhole(whole)
  const [tenths, hundredths] = [readDigit(jiao), readDigit(fen)]
  if (yuan === null || tenths < 0 || hundredths < 0) return null
  const amount = normalize(decimal(`${yuan}.${tenths}${hundredths}`))
  return negative === undefined || isZero(amount) ? amount : negate(amount)
}

function inWords(whole: string, jiao: number, fen: number): string {
  const yuan = whole === '0' ? '' : `${wholeInWords(whole)}元`
  if (jiao === 0 && fen === 0) return `${yuan === '' ? '零元' : yuan}整`
  const zero = yuan !== '' && (jiao === 0 || whole.endsWith('0')) ? '零' : ''
  return `${yuan}${zero}${jiao > 0 ? `${DIGITS[jiao]}角` : ''}${fen > 0 ? `${DIGITS[fen]}分` : ''}`
}

function wholeInWords(whole: string): string {
  const padded = whole.padStart(16, '0')
  const [trillions = '', hundredMillions = '', tenThousands = '', ones = ''] = padded.match(/\d{4}/g) ?? []
  const high = `${trillions}${hundredMillions}`
  const sections = [
    { digits: trillions, unit: '万' },
    { digits: hundredMillions, unit: Number(high) > 0 ? '亿' : '' },
    { digits: tenThousands, unit: '万' },
    { digits: ones, unit: '' },
  ]
  return sections.reduce((text, { digits, unit }, index) => {
    if (Number(digits) === 0) return index === 1 ? `${text}${unit}` : text
    const before = sections[index - 1]?.digits ?? ''
    // A 零 for the gap: the thousand of this section is 0, or a whole section before it is.
    const gap = text !== '' && (digits.startsWith('0') || Number(before) === 0)
    return `${text}${gap ? '零' : ''}${sectionInWords(digits)}${unit}`
  }, '')
}

function sectionInWords(digits: string): string {
  const words = [...digits].map((digit, place) => (digit === '0' ? '零' : `${DIGITS[Number(digit)]}${PLACES[place]}`))
  return words
    .join('')
    .replace(/零+/g, '零')
    .replace(/^零|零$/g, '')
}

function readWhole(text: string): string | null {
  const [high = '', ...afterHigh] = text.split('亿')
  if (afterHigh.length > 1) return null
  const low = afterHigh[0] ?? high
  const highDigits = afterHigh.length === 0 ? '' : readBelowHundredMillion(high)
  const lowDigits = low === '' ? '00000000' : readBelowHundredMillion(low)
  return highDigits === null || lowDigits === null ? null : `${highDigits}${lowDigits}`
}

function readBelowHundredMillion(text: string): string | null {
  const [first = '', ...afterFirst] = text.split('万')
  if (afterFirst.length > 1 || text === '') return null
  const high = afterFirst.length === 0 ? '0000' : readSection(first)
  const low = afterFirst.length === 0 ? readSection(first) : afterFirst[0] === '' ? '0000' : readSection(afterFirst[0])
  return high === null || low === null ? null : `${high}${low}`
}

const D = '([壹贰叁肆伍陆柒捌玖])'
const SECTION = new RegExp(`^零?(?:${D}仟)?零?(?:${D}佰)?零?(?:(${D.slice(1, -1)}?)拾)?零?${D}?$`)

function readSection(text: string | undefined): string | null {
  const match = text === undefined || text === '' ? null : SECTION.exec(text)
  if (match === null) return null
  const [, thousand, hundred, ten, one] = match
  const digits = [thousand, hundred, ten === '' ? '壹' : ten, one].map(readDigit)
  return digits.join('')
}

/** -1 when the character is no digit, 0 when there is none. */
function readDigit(character: string | undefined): number {
  return character === undefined ? 0 : DIGITS.indexOf(character)
}
