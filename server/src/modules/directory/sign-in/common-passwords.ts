/** Words most guessed first, here and abroad; digits and signs around one make it no better. */
const WORDS = new Set(
  `password passwd pass admin administrator root user guest test tester system manager master superman welcome letmein
  login hello changeme default secret monkey dragon football baseball sunshine princess shadow iloveyou trustno abc abcd
  abcde abcdef abcdefg qwerty qwertyui qwertyuiop qwer asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qaz qazwsx qazwsxedc
  qweasd qweasdzxc asdzxc woaini woaiwojia woaizhongguo aini nihao zhongguo china beijing shanghai taobao weixin wechat
  qq huawei xiaomi mima wodemima guanliyuan jiaoyu jiaoyuju laoshi xuexiao xuesheng jiaoshi kaoshi shiji jixiao
  youxiang dianhua woshishei yiqiefajian ok aa aaa aaaa aaaaa aaaaaa aaaaaaaa xx xxx xxxx zz zzz computer internet
  server oracle mysql postgres windows office network security company school teacher student spring summer autumn
  winter january monday friday love lover angel michael jordan daniel jessica charlie whatever freedom starwars
  pokemon naruto killer hunter soccer cookie summertime flower cheese ginger pepper matrix access batman`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/** Signs that stand for letters; whoever guesses tries them first. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  '@': 'a',
  '4': 'a',
  '3': 'e',
  '1': 'i',
  '!': 'i',
  '0': 'o',
  $: 's',
  '5': 's',
  '7': 't',
}

/** Whether a password is a common word, a row of keys or a number, dressed up with digits and signs. */
export function isCommon(password: string): boolean {
  const folded = password.normalize('NFKC').toLowerCase()
  const bare = folded.replace(/[^\p{L}]/gu, '')
  const core = folded.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  const spelled = [...core].map((sign) => STANDS_FOR[sign] ?? sign).join('')
  return bare === '' || [bare, spelled.replace(/[^\p{L}]/gu, '')].some((word) => WORDS.has(word) || isRepeated(word))
}

/** `adminadmin`, `aaaaaaaaaa`. */
function isRepeated(word: string): boolean {
  const again = /^(.+?)\1+$/u.exec(word)?.[1]
  return again !== undefined && ([...again].length <= 2 || WORDS.has(again))
}
