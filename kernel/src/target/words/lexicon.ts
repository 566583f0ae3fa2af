import type { Period } from '../target.ts'
import type { NamedTimes } from '../tokens/named-times.ts'
import {
  BASELINE_WORDS,
  DIRECTION_WORDS,
  type DirectionWord,
  OPERATOR_WORDS,
  type OperatorWord,
} from './comparison-words.ts'
import { CURRENCY_SIGNS, UNIT_WORDS, type UnitWord } from './measure-words.ts'
import {
  ALTERNATE_SPANS,
  DEADLINE_ENDS,
  OCCASIONS,
  PERIOD_WORDS,
  type PeriodWord,
  WITHIN_WORDS,
  YEAR_PARTS,
} from './time-words.ts'
import { type WordTrie, wordTrie } from './word-trie.ts'

/** Everything a word can be; its neighbours decide which of these it is. */
export type Word = {
  readonly operator?: OperatorWord
  readonly unit?: UnitWord
  readonly period?: PeriodWord
  readonly within?: Period
  readonly yearPart?: string
  readonly deadlineEnd?: true
  readonly baseline?: true
  readonly direction?: DirectionWord
  /** Every second span of this unit. */
  readonly alternate?: string
  readonly times?: NamedTimes
  readonly mark?: Mark
}

export type Mark =
  | 'clause'
  | 'comma'
  | 'dash'
  | 'times'
  | 'slash'
  | 'colon'
  | 'middle-dot'
  | 'every'
  | 'than'
  | 'ordinal'
  | 'half'
  | 'percent-of'
  | 'permille-of'
  | 'parts-of'
  | 'hundred-percent'
  | 'approximate'
  | 'plus-minus'
  | 'plus'
  | 'not-equal'
  | 'currency'
  | 'placeholder'
  | 'not-applicable'
  | 'round-the-clock'
  | 'broken'
  | 'vague'
  | 'filler'
  | 'plain'

const MARKS: Readonly<Record<Exclude<Mark, 'clause'>, string>> = {
  comma: ', ，',
  dash: '- -- ~ ~~ 至 到 -~',
  times: '* x X 乘 ×',
  slash: '/ \\ //',
  colon: ':',
  'middle-dot': '·',
  every: '每 每个 每一 每一个 每隔',
  than: '比 较 相较 相比 对比 与 同 和 以',
  ordinal: '第 最后',
  half: '半',
  'percent-of': '百分之',
  'permille-of': '千分之 万分之 百万分之',
  'parts-of': '分之',
  'hundred-percent': '百分百 百分之百',
  approximate: '约 近 大约 约为 余 多 左右 上下 ≈ ≌ 大概 将近 接近 不少于约 许',
  'plus-minus': '± +/- +- 正负',
  plus: '+ ＋',
  'not-equal': '≠ != <>',
  currency: CURRENCY_SIGNS.join(' '),
  placeholder:
    '_ __ ___ ____ □ ■ … ... …… 待定 待补充 待填 待填写 待完善 待确定 待明确 未填 未填写 暂未填 待填报 待核定 ? ?? ** *** **** × ×× ××× ○ ○○ ◯ ● tbd TBD . 空 空白 null NULL 若干 待核实 待统计 暂缺 缺 略 未定 暂未定 空值 NaN nan undefined',
  'not-applicable':
    '无 不适用 不涉及 未涉及 无此项 不作要求 不做要求 不设置 不设 未设置 不考核 暂无 无要求 无指标 无此指标 没有 N/A n/a NA na 不需要 无需 无内容 无相关 无相关指标 未设定 不填 本项目不涉及 该项目不涉及 无此项内容 此项不涉及 本项不涉及 该项不涉及 不涉及此项 不涉及该项 不涉及该指标 无此项目 不存在 无此类指标 不纳入',
  'round-the-clock': '全天候 不间断 全时段',
  /** What a spreadsheet shows for a formula that failed. */
  broken: '#REF! #N/A #VALUE! #DIV/0! #NAME? #NULL! #NUM! #SPILL! #CALC! ### #### ##### ###### ####### ########',
  vague:
    '几十 几百 几千 几万 数十 数百 数千 数万 上百 上千 上万 近百 近千 近万 百余 千余 万余 成百上千 百人以上 千人以上 万人以上 百人次 千人次 万人次 好几',
  filler:
    '的 应 应达 应达到 均 均达 均达到 都 需 须 要 要求 必须 应当 确保 力争 保证 保障 在 共 共计 合计 总计 计 累计 截止 截至 截止到 截止至 整 至少应 总体 定量 定量指标 正向 正向指标 反向 反向指标 负向 负向指标 正指标 逆指标 时间 数量 不得 定性 定性指标 文字描述 目标值 指标值 年度指标值 计划 计划值 预期 预计 率 稳定在 保持在 维持在 完成 完成率 比例为 目标 每人次',
  plain: '',
}

/** Chinese in which a numeral counts nothing (一般, 十分), a digit names something (5G, 12345热线), or a unit is part of a word. */
const PLAIN =
  `增长率 提高率 提升率 上升率 增加率 下降率 降低率 减少率 增长幅度 提升幅度 下降幅度 提高幅度 上旬 中旬 下旬
不超支 不超标 不超期 不超时 不超员 不超载 不足额 不到位 三包 最多跑一次 一次办 一次办好 一次办成 一次通过 一次验收 一次合格 一次成优 一次交验 人人 户户 户户通 村村通 家家户户 村村 零容忍 零距离 零跑腿 零报告 零星 零散 零售 零基 零工 一般 统一 一致 一定 一流 一体 一体化 唯一 单一 同一 进一步 一次性 一站式 一网通办 一线 一律 一直 一旦 一系列 一户一档 一人一档
一事一议 一票否决 万一 一些 一切 一方面 一岗双责 一卡通 一窗 一件事 一村一品 一校一策 一馆一策 一企一策 一校一案 一校一品 一村一策 一村一档 一县一策 一县一案 一区一策 一园一策 一地一策 一河一策 一河一档 一厂一策 一点一策 一院一策 一生一策 一人一策 一人一案 一户一策 一事一策 一企一档 一带一路 一老一小 一把手 一级 二级 三级 四级
五级 一类 二类 三类 四类 一等 二等 三等 一站 一并 一起 一一 逐一 一半 过半 一部分 一律平等 一如既往 一视同仁 一目了然 一点 三公 三农 两会 两委
双一流 三重一大 三同时 四不两直 五保 三保 十二五 十三五 十四五 十五五 千家万户 百姓 老百姓 千方百计 万无一失 七一 八一 五一 二次供水 两不愁三保障 三支一扶 四议两公开
六稳六保 七五普法 八五普法 三年行动 两个维护 四个意识 四个自信 三会一课 双周期 第三方 双随机一公开 一公开 一张网 一张图 一中心 一平台 一站通 一体推进
十分满意 十分显著 十分明显 十分有效 十分及时 十分良好 十分稳定 十分完善 十分健全 十分重要 十分充分
5G网络 5G基站 5G 4G 3D 2D 4K 8K 12345热线 12345政务 12345工单 12345平台 12345市民 12345便民 12345 110指挥 110报警 110接处警 119指挥 120急救
24小时便利 1A级 2A级 3A级 4A级 5A级 5A 4A 3A 等保2.0 等保三级 等保二级 三级等保 二级等保 365天全天候 PM2.5 PM10 分级 分类 分别 分析 分配 分布 分工 分管 分期 分批 部分 充分 大部分 内容 内部 内涵 内控
内外 市内 区内 县内 国内 省内 校内 室内 境内 院内 体内 辖区内 范围 期间 中期 长期 短期 定期 按期 如期 周期 工期 日期 前期 后期 时期 预期 到期 逾期 近期 同期率
时效 时间 及时 准时 按时 实时 随时 定时 适时 临时 小时数 人员 人民 人才 人数 人均寿命 个人 个性 家庭 家长 国家 专家 企业家 条件 条例 项目 件数 名称 著名 知名度
点击 重点 特点 试点 亮点 要点 优点 观点 热点 难点 痛点 地点 站位 单位 部位 到位 地位 岗位职责 部门 热门 专门 章节 环节 节约 节能 节省 节约率 段落 阶段 口碑 口径 窗口
道路 渠道 层次 多层次 基层 高层次 种类 品种 品质 产品 样本 样式 方式 方案 方面 地方 方便 方法 社会 社会效益 社区治理 学校 学生 教师 批复 审批 批准 批次数 班子 组织 机组
支持 支出 支付 收支 支部 支撑 只有 头部 根据 根本 块状 片区 照片 盘活 对象 对口 对接 对应 双向 副作用 具体 具有 具备 面积 面向 全面 幅度 增幅 降幅 增速 层面 起到 起草 了解
笔记 单独 清单 名单 订单 工单 台账 平台 台风 套餐 配套 成套 处理 处置 处罚 好处 到处 座谈 讲座 栋梁 间隔 之间 空间 民间 期限 辆份 张贴 紧张 本地 本级 基本 成本 本领 样板 册子 部署
首次 首要 首问 轮换 批评 重复 重要 重大 尊重 代表 代码 时代 拨付 拨款 拨款率 顶层 把握 把关 声誉 声音 通知 通过 通道 通畅 交通 普通 畅通 贯通 流通 开通 沟通
年限 年龄 年轻 青年 少年 历年来 年报 年鉴 年检 年审 月报 周报 日报 日常 日志 日益 节日 周边 周到 天然 今天 星级 级别 上级 下级 各级 升级 等级 等级保护 等保 平等 度过 程度 制度 力度
进度 满意度 知晓度 热度 温度 湿度 速度 精度 宽度 角度 季节 成为 成果 成效 成立 成功 完成度 达成度 组成 形成 建成 成员 成熟 成长 倍增 倍数 加倍 方米
优秀率 大于零 公里数 亩均 亩产 克服 升级改造 提升 上升 转变 转化 好转 流转 运转 周转 环境 环保 循环 环评 尺度 寸土 顷刻 吨位 瓦斯 伏案 安全 安排 安置 安装 保安 治安
大米 厘清 毫无 度量 站点数 课题 课程 上课 师资 教师资格 生活 生产 生态 学生数 卡口 卡片 银行卡 页面 网页 主页 首页 床上 席位 出席 主席 版权 版本 出版 集中 集体 收集 聚集 采集 集团 档案 档次 高档
线上 线下 在线 路面 线路 公路 铁路 道路通行 堂食 课堂 食堂 团队建设 团结 团体 队伍 部队 站立 车站 网站 号召 信号 编号 账户 用户数 例会 案例 比例 惯例 宗旨 起伏 发起 引起 起步
票据 发票 股票 村级 乡镇 村民 乡村 农村 村庄 镇级 城镇 街道办 校园 高校 校外 企业数 岗前 岗位 重新 重视 双重 代理 代办 替代 现代化 现代 拨打 管理 管控 管护 主管 监管 保管 杆线 塔吊 灯塔 柜台 柜面
幕墙 开幕 餐饮 用餐 就餐 处理率 分钟数 名录 名誉 有名 名义 报名 位置 位于 地位提升 岗位津贴 户外 户籍 农户 客户 商户 贫困户 脱贫户 用户 所有 所属 场所 所以 厕所 研究所 处于 处室
最后一个月 最后1个月 第一个月 第1个月 学前三年 学前一年 学前二年 一村一名大学生 1人1档 1户1档 1人1策 1户1策 1企1策 1校1策 1村1策 值班 在岗 略有 略微 略高 略低 略增 略降 九年义务教育 九年一贯制 九年制 折旧 折合 折扣 打折 骨折 ${OCCASIONS.join(' ')}`
    .split(/\s+/)
    .filter((word) => word !== '')

/** Single characters end a clause; ①②… begin the next item of a list. */
const CLAUSE_ENDS = [...'\n;；。!！①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸⑹']

const entries = new Map<string, Word>()

function define(word: string, facet: Word): void {
  entries.set(word, { ...entries.get(word), ...facet })
}

for (const [word, operator] of OPERATOR_WORDS) define(word, { operator })
for (const [word, unit] of UNIT_WORDS) define(word, { unit })
for (const [word, period] of PERIOD_WORDS) define(word, { period })
for (const [word, within] of WITHIN_WORDS) define(word, { within })
for (const [word, yearPart] of YEAR_PARTS) define(word, { yearPart })
for (const [word, alternate] of ALTERNATE_SPANS) define(word, { alternate })
for (const word of DEADLINE_ENDS) define(word, { deadlineEnd: true })
for (const word of BASELINE_WORDS) define(word, { baseline: true })
for (const [word, direction] of DIRECTION_WORDS) define(word, { direction })
for (const [mark, words] of Object.entries(MARKS) as [Mark, string][])
  for (const word of words.split(' ')) if (word !== '') define(word, { mark })
for (const word of CLAUSE_ENDS) define(word, { mark: 'clause' })
define('、', { mark: 'comma' })
for (const word of PLAIN) if (!entries.has(word)) define(word, { mark: 'plain' })

export const LEXICON: ReadonlyMap<string, Word> = entries
export const LEXICON_TRIE: WordTrie<Word> = wordTrie(entries)
