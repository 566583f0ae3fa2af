const POINTING = ['详见', '参见', '另见', '请见', '见', '具体见', '具体详见', '详情见', '内容见', '标准见']

const PAPERS = [
  '附件',
  '附表',
  '附后',
  '方案',
  '合同',
  '协议',
  '文件',
  '备注',
  '说明',
  '计划',
  '清单',
  '明细',
  '通知',
  '批复',
  '报告',
  '规划',
  '办法',
  '任务书',
  '申报书',
  '预算表',
  '上表',
  '下表',
  '表',
  '上',
  '下',
  '》',
]

/** 按计划 and 按预算 say how the work is done; these papers say what it must reach. */
const ACCORDING = ['按照', '依照', '依据', '根据', '参照', '按', '依']
const RULING_PAPERS = ['合同', '协议', '方案', '文件', '批复', '附件', '清单']

const POINTERS = new Set(['同上', '同前', '同左', '如上', '附后', '另附', '另行附表', '另附表', '另见'])

const LONGEST_POINTER = 24
const LONGEST_PAPER = 8

/** 见附件 · 详见实施方案 · 按合同 · 以合同为准 · 同上: what is promised stands on another paper. */
export function refersElsewhere(folded: string): boolean {
  const text = folded.replace(/[。;；.]$/, '')
  if (text.length > LONGEST_POINTER || /[,，;；、%≥≤<>]/.test(text)) return false
  if (POINTERS.has(text)) return true
  if (text.startsWith('以') && text.endsWith('为准')) return RULING_PAPERS.some((paper) => text.includes(paper))
  const paper = behind(POINTING, text)
  if (paper !== null) return PAPERS.some((name) => paper.replace(/[\d一二三四五六七八九十\-()]+$/, '').endsWith(name))
  const ruling = behind(ACCORDING, text)
  return ruling !== null && ruling.length <= LONGEST_PAPER && RULING_PAPERS.some((name) => ruling.endsWith(name))
}

function behind(openings: readonly string[], text: string): string | null {
  const opening = openings.find((word) => text.startsWith(word))
  return opening === undefined ? null : text.slice(opening.length)
}
