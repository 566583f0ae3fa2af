const CLOSES = '(?=$|[,，;；。])'
const UP_TO = '不低于|不落后于|不差于|不少于|至少|≥|不超过|≤|保持在|保持|进入|达到|名列|位列|位居'
const AMONG = '(?:全[国省市区县州]|同类[^\\d第,，;；。]{0,4})?'
const PLACE = '第([\\d一二三四五六七八九十]{1,4})([名位])'
const WITHIN = '(?:及?以[上前内]|之[内前]|前)'
const ALONE = '(?=$|[,，;；。、)）]|及?以上)'
const NINES = ['99%', '99.9%', '99.99%', '99.999%']

/** Values told in words, each with the plain spelling of the same. */
const SPOKEN: readonly (readonly [RegExp, string])[] = [
  [/(?:一半|半数)(?=及?以[上下])/g, '50%'],
  [
    new RegExp(`(?<=不少于|不低于|不超过|不高于|至少|超过|达到|大于|高于|低于|[≥≤><])(?:一半|半数)${CLOSES}`, 'g'),
    '50%',
  ],
  [new RegExp(`(?<!通)[过超]半数${CLOSES}`, 'g'), '大于50%'],
  // A higher place has the lower number: 不低于第10名 is among the first ten.
  [new RegExp(`(?:${UP_TO})(${AMONG})${PLACE}${WITHIN}?$`), '$1前$2$3'],
  [new RegExp(`(${AMONG})${PLACE}${WITHIN}$`), '$1前$2$3'],
  // 四个九: as many nines as it says, the way operators speak of availability.
  ...(['两2', '三3', '四4', '五5'] as const).map(
    (count, at) => [new RegExp(`(?<![\\d(（])[${count}]个[9九]${ALONE}`, 'g'), NINES[at] ?? ''] as const,
  ),
  // 两个100%: how many shares there are is no promise of its own.
  [/(?<!\d)[两二三四五六七八九十]个(?=\d{1,3}(?:\.\d+)?%)/g, ''],
  // 开学前1次: when, not how often at most.
  [/(?<=[^,，;；。、]前)(?=[\d一两二三四五六]次)/g, '夕'],
  [/一刻钟/g, '15分钟'],
  [/三刻钟/g, '45分钟'],
  [/^一(年|季度|季|月|周|天|日)一(?!次)[^\d一二三四五六七八九十日号月年周季%]{1,4}$/, '每$1一次'],
  [/^一(年|季度|季|月|周|天|日)([两二三四])(?:检|查|评|考|训|报|会|巡)$/, '每$1$2次'],
]

/** Some values have a name instead of a number: 半数以上, 不低于第10名, 四个九, 一月一调度. */
export function plainValues(folded: string): string {
  return SPOKEN.reduce((text, [pattern, plain]) => text.replace(pattern, plain), folded)
}
