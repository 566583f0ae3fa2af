import { dropNumbering, foldLabel } from '../cells/cell-text.ts'

/** What a column of the indicator table holds. `other` is known but has no place in the content (评分标准). */
export type ColumnRole =
  | 'section'
  | 'level1'
  | 'level2'
  | 'level3'
  | 'sign'
  | 'target'
  /** The target as it was changed in the course of the year. */
  | 'adjusted'
  | 'unit'
  | 'actual'
  | 'weight'
  | 'score'
  | 'reason'
  | 'cause'
  | 'remark'
  /** 数量指标 behind the name, on a sheet without a column of level 2. */
  | 'kind'
  | 'other'

const WORDS: readonly (readonly [ColumnRole, readonly string[]])[] = [
  ['level1', ['一级指标', '一级目标', '一级', '一级指标名称', '一级绩效指标']],
  ['level2', ['二级指标', '二级目标', '二级', '二级指标名称', '二级绩效指标']],
  [
    'level3',
    [
      '三级指标',
      '三级目标',
      '三级',
      '三级指标名称',
      '指标内容',
      '指标名称',
      '具体指标',
      '三级绩效指标',
      '四级指标',
      '绩效指标名称',
      '三级指标内容',
      '指标内容及名称',
    ],
  ],
  ['sign', ['指标性质', '符号', '运算符号', '计算符号', '运算符', '指标符号', '比较符号', '计算方式']],
  [
    'target',
    [
      '目标值',
      '指标值',
      '年度指标值',
      '指标目标值',
      '年初目标值',
      '年初指标值',
      '年度目标值',
      '预期指标值',
      '预期值',
      '计划值',
      '年初设定目标值',
      '绩效目标值',
      '全年目标值',
      '预期目标值',
      '三级指标值',
      '年初设定指标值',
      '目标',
      '绩效指标值',
      '计划指标值',
      '年度绩效指标值',
      '全年指标值',
      '预期目标',
      '年度计划指标值',
      '绩效值',
      '年初绩效指标值',
      '设定目标值',
      '指标值内容',
      '计划完成值',
      '预计当年实现',
      '当年预计实现',
      '当年预期',
    ],
  ],
  ['unit', ['度量单位', '计量单位', '单位', '指标单位', '数值单位', '指标值单位']],
  [
    'actual',
    [
      '实际完成值',
      '全年完成值',
      '完成值',
      '实际完成指标值',
      '全年实际值',
      '全年实际完成值',
      '实际值',
      '业绩值',
      '指标完成值',
      '实际完成',
      '自评完成值',
      '年度实际完成值',
      '实际完成情况',
      '完成情况',
      '全年实际完成情况',
      '年度完成值',
      '全年完成情况',
      '实际完成数',
      '实现值',
      '实际达成值',
      '完成指标值',
      '实际指标值',
      '预计完成值',
      '截止目前完成值',
      '指标完成情况',
      '年终完成值',
      '执行情况',
      '完成',
      '实际',
      '实际数',
    ],
  ],
  [
    'weight',
    [
      '分值',
      '权重',
      '指标权重',
      '指标分值',
      '分值权重',
      '权重分值',
      '标准分',
      '标准分值',
      '权重(%)',
      '分值(权重)',
      '权重(分)',
      '满分',
      '权重分',
    ],
  ],
  [
    'score',
    ['得分', '自评得分', '指标得分', '自评分', '单项得分', '自评分值', '实际得分', '评价得分', '评分', '自评分数'],
  ],
  [
    'reason',
    [
      '未完成原因分析',
      '偏差原因',
      '原因',
      '原因分析',
      '改进措施',
      '偏差分析',
      '未完成原因',
      '偏差说明',
      '未完成说明',
      '偏离原因',
      '原因说明',
    ],
  ],
  ['remark', ['备注', '说明', '备注说明']],
  [
    'other',
    [
      '评分标准',
      '指标说明',
      '指标解释',
      '评价标准',
      '计算方法',
      '数据来源',
      '绩效标准',
      '历史参考值',
      '评(扣)分标准',
      '指标方向',
      '指标类型',
      '评分规则',
      '完成率',
      '得分系数',
      '偏离度',
      '是否核心指标',
      '指标属性',
      '定量/定性',
      '偏差度',
      '指标类别',
      '考核标准',
      '评分细则',
      '序号',
      '佐证材料',
      '完成比例',
      '指标来源',
      '评扣分标准',
      '自评依据',
      '目标值设定依据',
      '指标值设定依据',
      '指标值说明',
      '绩效指标描述',
      '完成目标可能性',
      '复核分',
      '复核得分',
      '前年',
      '上年',
      '近两年指标值',
      '上年指标值',
      '目标完成率',
    ],
  ],
]

/** 调整后指标值, 全年(调整)指标值, 变更后目标值. */
const ADJUSTED = /^(?:年度|全年|年中)?\(?(?:调整|变更|修订)(?:后)?\)?的?(?:年度|绩效)?(?:指标|目标)值?$/
const REASON = /(?:偏差|未完成|未达标|偏离|差异|扣分|失分).{0,10}(?:原因|措施|分析|说明)|原因.{0,6}措施|改进措施/
/** What offices build of the same few words: 年初指标值, 当年预期实现值, 指标值及单位, 1—7月执行情况. */
const TARGET =
  /^(?:年初|年度|全年|当年|本年度?|申报|批复|设定|预期|计划|绩效|三级|目标|指标)+(?:实现|完成)?值?(?:及单位|\(单位\)|内容)?$/
const ACTUAL =
  /^(?:全年|年终|年末|年度|当年|实际|目前|自评|指标|截[止至].{1,8}|上半年|前三季度|\d{1,2}[-—–~至]\d{1,2}月份?)+(?:预计)?(?:实际)?(?:完成|执行|达成|实现)(?:指标)?(?:值|情况|数|结果)(?:及单位|\(单位\))?$/
const FORECAST = /预计/
const SIGN = /^(?:绩效|年度|三级){0,2}(?:指标|目标)?值?(?:性质|符号|(?:运算|比较|关系|计算|判断|逻辑)符号?)$/
const UNIT = /^(?:绩效|年度|三级){0,2}(?:指标|目标)?值?(?:度量|计量|计算)单位$|^(?:指标|目标|数)值?单位$/
/** 半年(程)目标值 beside 全年(程)目标值: only the year's is the promise. */
const OF_HALF = /^(?:上?半年|[一二三四]季度|前三季度|中期|阶段)(?:绩效|预期)?(?:目标|指标)值?$/
/** 指标值确定依据, 目标值说明, 数据获取方式: what explains a value is none. */
const EXPLAINS = /^.{2,10}(?:依据|出处|口径|公式|方式|方法|描述|释义)$/
const INNER_BRACKETS = /\([^()]{1,2}\)/g
const BRACKETED = /\([^()]{1,12}\)$/
const BY_WORD = new Map(WORDS.flatMap(([role, words]) => words.map((word) => [word, role] as const)))
const LONGEST_HEAD = 30
/** 2024年指标值 beside 2025年指标值; the year is read by yearOfColumn. */
const YEAR_BEFORE = /^((?:19|20)\d{2})年度?(?=.{2})/
const YEAR_ALONE = /^((?:19|20)\d{2})年度?$/

/** The year a column of its own is for: 2024年指标值, or 2024年 under a head for all years. */
export function yearOfColumn(text: string): number | null {
  const word = foldLabel(text)
  const [, year] = YEAR_BEFORE.exec(word) ?? YEAR_ALONE.exec(word) ?? []
  return year === undefined ? null : Number(year)
}

export type ColumnWords = (text: string) => ColumnRole | null

/** Known head words of the indicator table, those of the template first. */
export function columnWordsOf(own: Readonly<Record<string, readonly string[]>> | undefined): ColumnWords {
  const byOwn = new Map(
    Object.entries(own ?? {}).flatMap(([key, labels]) =>
      isRole(key) ? labels.map((label) => [foldLabel(label), key] as const) : [],
    ),
  )
  return (text) => {
    if (text.length > LONGEST_HEAD * 2) return null
    const word = foldLabel(text).replace(YEAR_BEFORE, '')
    if (word.length > LONGEST_HEAD || word === '') return null
    return (
      byOwn.get(word) ??
      pooledRole(word) ??
      pooledRole(dropNumbering(word)) ??
      pooledRole(word.replace(BRACKETED, '')) ??
      pooledRole(word.replace(INNER_BRACKETS, ''))
    )
  }
}

function pooledRole(word: string): ColumnRole | null {
  const known = BY_WORD.get(word)
  if (known !== undefined) return known
  if (REASON.test(word)) return 'reason'
  if (ADJUSTED.test(word)) return 'adjusted'
  if (SIGN.test(word)) return 'sign'
  if (UNIT.test(word)) return 'unit'
  if (OF_HALF.test(word) || EXPLAINS.test(word)) return 'other'
  if (ACTUAL.test(word)) return FORECAST.test(word) ? 'other' : 'actual'
  return TARGET.test(word) && /[值目]/.test(word) ? 'target' : null
}

const ROLES: readonly string[] = [...WORDS.map(([role]) => role), 'adjusted']

function isRole(key: string): key is ColumnRole {
  return ROLES.includes(key)
}
