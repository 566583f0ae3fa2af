import { type WordTrie, wordTrie } from './word-trie.ts'

/** Grades that stand side by side in official forms without a comma. Longer phrases are left whole. */
export const GRADE_WORDS =
  '规范 完整 健全 建立 有效 及时 合规 合法 合理 合格 完备 符合 通过 节能 环保 顺畅 完善 准确 真实 科学 安全 稳定 有序 公开 透明 公平 公正 足额 按时 准时 到位 全面 充分 优良 良好 优秀 显著 明显 明确 清晰 清楚 高效 便捷 快捷 满意 可靠 严格 严密 专款专用 可行 齐全 达标 正常 平稳 畅通 整洁 美观 卫生 文明 和谐 先进 适用 实用 经济 节约 绿色 低碳 长效 持续 可持续 连续 客观 详实 翔实 精准 规范化 标准化 制度化 常态化 按期 如期 按质 按量 保质 保量 匹配 一致 健康 舒适 充足 丰富 多样 完好 整齐 细化 量化 可衡量 相关 相符 合适 适当 恰当 优质 专业 公允 独立'.split(
    ' ',
  )

/** 保障 and the like are joined to a noun (确保保障): never split from it. */
export const JOINERS = ['并且', '并', '且', '以及']

export const LATTER_STARTS =
  '积极 进行 有效 得到 取得 保持 及时 通过 投入 完成 落实 执行 实施 持续 按 逐步 不断 进一步 开展 形成 达到 符合 提高 提升 建立 健全 能 有 严格 定期 做好 做到 确保 促进 推动 正常 稳定 较好 良好 规范 组织 验收 公开 公示 上报 交付 安全 充分 顺利 明显 长期 纳入 加强 改善'.split(
    ' ',
  )

export const GRADE_TRIE: WordTrie<'grade' | 'joiner'> = wordTrie<'grade' | 'joiner'>([
  ...GRADE_WORDS.map((word) => [word, 'grade'] as const),
  ...['和', '与', '及', '且', '并', '以及', '并且', '又'].map((word) => [word, 'joiner'] as const),
])
