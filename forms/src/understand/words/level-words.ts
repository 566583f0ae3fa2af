import type { FormTemplate } from '@shiji/kernel/form/form-template'
import { dropNumbering, fold } from '../cells/cell-text.ts'

/** Which words of a place name first and second levels, and in which order they are printed. */
export type LevelTree = readonly { readonly name: string; readonly level2: readonly string[] }[]

export type LevelWords = {
  isLevel1(text: string): boolean
  isLevel2(text: string): boolean
  /** Keys of the level 2 words under a level 1, in printed order; empty when the tree does not know it. */
  level2Under(level1: string): readonly string[]
}

/** Levels met on the forms of many places; a template's own tree comes before them. */
const POOLED: LevelTree = [
  {
    name: '投入',
    level2: ['投入管理', '财务管理', '实施管理', '资产管理', '资金投入', '业务管理', '资金管理', '时间投入'],
  },
  { name: '投入与管理', level2: ['投入管理', '财务管理', '实施管理', '资产管理'] },
  { name: '投入和管理', level2: ['投入管理', '财务管理', '实施管理', '资产管理'] },
  { name: '决策', level2: ['项目立项', '绩效目标', '资金投入'] },
  { name: '过程', level2: ['资金管理', '组织实施'] },
  { name: '成本', level2: ['经济成本', '社会成本', '生态环境成本', '生态成本', '环境成本', '生态成本'] },
  { name: '产出', level2: ['数量', '质量', '时效', '成本', '产出数量', '产出质量', '产出时效', '产出成本'] },
  { name: '效益', level2: ['经济效益', '社会效益', '生态效益', '环境效益', '可持续影响', '可持续效益', '可持续发展'] },
  { name: '效果', level2: ['经济效益', '社会效益', '生态效益', '环境效益', '满意度', '可持续影响'] },
  {
    name: '满意度',
    level2: [
      '服务对象满意度',
      '社会公众满意度',
      '受益对象满意度',
      '受益群众满意度',
      '社会公众或服务对象满意度',
      '满意度',
      '社会满意度',
    ],
  },
  { name: '影响力', level2: ['长效管理', '人力资源', '部门协助', '配套设施', '信息共享', '满意度'] },
  { name: '履职效能', level2: ['整体工作完成', '重点工作履行', '部门整体工作完成', '重点履职'] },
  { name: '管理效率', level2: ['预算编制', '预算执行', '财务管理', '资产管理', '人员管理'] },
  { name: '可持续发展能力', level2: ['体制机制改革', '人才支撑', '创新驱动发展'] },
]

/** Points printed behind a level: `产出指标(50分)`, `数量指标15分`. */
const POINTS = /\s*(?:[(（]\s*\d{1,3}(?:\.\d{1,2})?\s*分\s*[)）]|(?<=[^\d.])\d{1,3}(?:\.\d{1,2})?\s*分)$/

/** `产出指标(50分)`, `产出目标` and `一、产出` are one word. */
export function levelKey(text: string): string {
  const bare = dropNumbering(fold(text))
    .replace(/[(（][^()（）]{0,20}[)）]$/, '')
    .replace(POINTS, '')
    .replace(/[:：]$/, '')
  const short = bare.replace(/(?:指标|目标)$/, '')
  return short === '' ? bare : short
}

export function levelWordsOf(template: FormTemplate | null): LevelWords {
  const tree = template?.tree ?? []
  const own = wordsIn(tree)
  const pooled = wordsIn(POOLED)
  const under = new Map<string, readonly string[]>()
  for (const { name, level2 } of [...tree, ...POOLED]) {
    const key = levelKey(name)
    if (!under.has(key)) under.set(key, [...new Set(level2.map(levelKey))])
  }
  // 满意度 is a level 1 in one place and a level 2 in another: the place's own tree decides.
  const isAt = (level: 'first' | 'second', key: string) =>
    own[level].has(key) || (pooled[level].has(key) && !own.first.has(key) && !own.second.has(key))
  return {
    isLevel1: (text) => isAt('first', levelKey(text)),
    isLevel2: (text) => isAt('second', levelKey(text)),
    level2Under: (level1) => under.get(levelKey(level1)) ?? [],
  }
}

function wordsIn(tree: LevelTree): { readonly first: ReadonlySet<string>; readonly second: ReadonlySet<string> } {
  return {
    first: new Set(tree.map(({ name }) => levelKey(name))),
    second: new Set(tree.flatMap(({ level2 }) => level2.map(levelKey))),
  }
}

/** `产出指标(50分)` as it goes into the content: the points are the sheet's note, not part of the name. */
export function levelName(text: string): string {
  return text.replace(POINTS, '')
}

const SECTION = /^(?:年度|长期|中期|当年|项目|总|中长期|部门预算|预算)?(?:绩效)(?:目标|指标)\d?(?:完成情况)?$/

/** The label down the left edge of the indicator rows (绩效指标, 年度绩效目标1). */
export function isSectionLabel(text: string): boolean {
  const bare = fold(text).replace(/[(（][^()（）]{0,20}[)）]$/, '')
  return SECTION.test(bare)
}
