import { dropNumbering, foldLabel } from '../cells/cell-text.ts'

const COLUMNS: readonly (readonly string[])[] = [
  ['initial', '年初预算数', '年初预算', '年初预算安排', '年初数', '年初预算批复数', '年初批复数', '年初安排'],
  [
    'fullYear',
    '全年预算数',
    '调整后预算数',
    '预算数',
    '全年预算',
    '调整预算数',
    '年度预算数',
    '调整后预算',
    '调整后全年预算数',
    '预算安排数',
    '全年预算金额',
    '到位数',
    '全年(调整)预算数',
    '全年调整预算数',
    '调整后全年预算',
    '年度预算',
    '全年下达数',
    '预算金额',
  ],
  [
    'executed',
    '全年执行数',
    '执行数',
    '预算执行数',
    '实际支出',
    '全年支出数',
    '实际支出数',
    '支出数',
    '全年实际支出',
    '资金使用数',
    '执行金额',
  ],
  ['forecast', '全年预计执行数', '预计全年执行数', '全年预计支出数'],
  ['weight', '分值', '权重', '标准分', '执行率权重'],
  ['rate', '执行率', '预算执行率', '执行率%', '完成率', '支出率', '资金支出率', '资金使用率'],
  ['score', '得分', '自评得分', '执行率得分', '自评分'],
  ['lastYear', '上年度资金', '上年资金'],
  ['thisYear', '本年度资金', '本年资金'],
]

const ROWS: readonly (readonly string[])[] = [
  [
    '',
    '年度资金总额',
    '资金总额',
    '合计',
    '总额',
    '年度财政资金总额',
    '项目资金总额',
    '全年资金总额',
    '总计',
    '年度预算总额',
    '预算总额',
    '资金合计',
    '年度总金额',
    '资金执行',
    '资金执行情况',
    '预算执行',
    '预算执行情况',
    '项目资金',
    '资金情况',
  ],
  [
    'fiscal',
    '当年财政拨款',
    '财政拨款',
    '本年财政拨款',
    '财政资金',
    '本年度财政拨款',
    '当年财政资金',
    '财政拨款资金',
    '一般公共预算',
    '当年一般公共预算拨款',
  ],
  ['fiscal.upper', '上级财政拨款', '上级财政资金', '上级资金', '上级补助'],
  ['fiscal.own', '本级财政安排', '本级财政资金', '本级财政', '本级资金', '本级安排', '本级'],
  ['fiscal.lower', '下级财政配套', '下级财政资金', '下级资金'],
  ['central', '中央补助', '中央资金', '中央财政资金', '中央财政补助', '中央'],
  [
    'provincial',
    '省级资金',
    '省级财政资金',
    '省级财政',
    '省级补助',
    '省补助',
    '自治区财政资金',
    '自治区资金',
    '自治区本级资金',
    '省级',
    '省、地',
  ],
  ['municipal', '市级资金', '市级财政资金', '市财政资金', '市级财政', '盟市财政资金', '盟市资金', '市级'],
  [
    'county',
    '县级资金',
    '区级资金',
    '县区资金',
    '区县资金',
    '县级财政资金',
    '区级财政资金',
    '旗县财政资金',
    '旗县资金',
    '县区财政资金',
    '区县财政资金',
    '县级',
    '区级',
  ],
  ['local', '地方资金', '地方财政资金'],
  ['carriedOver', '上年结转资金', '上年结转', '结转资金', '上年结转结余', '结转结余资金'],
  ['selfRaised', '自有资金', '单位资金', '单位自有资金'],
  ['selfRaised.business', '事业收入'],
  ['selfRaised.operating', '经营性收入', '经营收入'],
  ['selfRaised.other', '其他'],
  ['specialAccount', '财政专户管理资金', '财政专户资金'],
  ['otherFunds', '其他资金', '其它资金', '其他来源资金'],
]

const BY_COLUMN = byWord(COLUMNS)
const BY_ROW = byWord(ROWS)
/** What offices build of the same few words: 预算安排情况, 本年财政资金支出数, 年初部门预算批复数. */
const BUILT: readonly (readonly [string, RegExp])[] = [
  ['initial', /^年初(?:部门|项目|财政)?(?:预算|批复|安排|下达){1,3}(?:数|金额|额|情况)?$/],
  [
    'executed',
    /^(?:全年|年度|当年|本年|实际|预算|资金|累计|项目|财政){1,4}(?:执行|支出|使用)(?:数|额|金额|总额|资金)$|^(?:实际|资金)?支出情况$/,
  ],
  [
    'fullYear',
    /^(?:全年|年度|当年|本年|调整后|项目|资金|财政){0,3}预算(?:安排|批复|下达|调整){1,2}(?:数|额|金额|情况)$|^调整后?的?预算(?:数|额|金额)?$/,
  ],
]
const REMARK = /\([^()]{0,20}\)$/
const LONGEST = 30

export function moneyColumn(text: string): string | null {
  const known = find(BY_COLUMN, text) ?? builtColumn(text)
  if (known !== null || text.length > LONGEST * 2) return known
  const [, what] = TO_DATE.exec(foldLabel(text)) ?? []
  return what === undefined ? null : what === '数' ? 'executedToDate' : 'rateToDate'
}

function builtColumn(text: string): string | null {
  const word = dropNumbering(foldLabel(text)).replace(REMARK, '')
  if (word.length > LONGEST) return null
  return BUILT.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}

/** How far a monitoring sheet has come: `1—7月执行数`, `截至9月底执行率`, `上半年支出数`. */
const TO_DATE =
  /^(?:\d{1,2}[-—–~至]\d{1,2}月份?底?|上半年|前三季度|截[止至].{1,8})(?:累计)?(?:预算|资金|实际)?(?:执行|支出)(数|率)$/

/** The key of the row of a money table, '' for the total. */
export function moneyRow(text: string): string | null {
  return find(BY_ROW, text)
}

/** 东湖 forms part by year (`thisYear.fiscal`), self-evaluations by source (`fiscal.initial`). */
export function moneyKey(row: string, column: string): string {
  if (column === 'lastYear' || column === 'thisYear') return `${column}.${row === '' ? 'total' : row}`
  return row === '' ? column : `${row}.${column}`
}

function find(words: ReadonlyMap<string, string>, text: string): string | null {
  if (text.length > LONGEST * 2) return null
  const word = foldLabel(text)
  if (word.length > LONGEST) return null
  const bare = word.replace(REMARK, '')
  return words.get(word) ?? words.get(bare) ?? words.get(dropNumbering(word)) ?? words.get(dropNumbering(bare)) ?? null
}

function byWord(list: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  return new Map(list.flatMap(([key = '', ...words]) => words.map((word) => [word, key] as const)))
}
