/** What kind of thing a unit counts: counts may recur in a period, times may be a deadline's length. */
export type UnitFamily = 'count' | 'time' | 'money' | 'percent' | 'score' | 'data' | 'physical' | 'level'

export type UnitWord = { readonly unit: string; readonly family: UnitFamily }

const UNITS: Readonly<Record<UnitFamily, string>> = {
  count:
    '次 回 遍 场 场次 期 个 项 项次 套 台 件 份 篇 条 人 名 位 户 家 所 处 座 栋 幢 间 辆 艘 架 张 本 册 部 首 批 批次 轮 轮次 趟 班 班次 组 支 只 头 匹 羽 株 棵 盏 根 块 片 段 盘 门 节 课时 学时 课次 人次 人日 人天 人月 人份 人户 台次 台套 车次 架次 户次 户数 例 宗 起 起次 笔 单 票 点位 点 对 双 副 具 枚 粒 颗 瓶 箱 包 袋 桶 盒 卷 幅 面 樘 榀 口 眼 孔 道 层 类 种 款 样 品 频次 标段 村 镇 乡 街道 社区 班级 字 字符 号 线 路 讲 堂 梯次 团 队 站 站点 站次 处次 件次 头次 门次 份次 组次 辆次 艘次 架次 床 床位 席 届 版 集 刊 档 卡 页 单位 部门 项目 系统 家次 人·次 人/次 对次 师 生 学生 教师 学校 校 企业 社 场所 案 案件 平台 方 盆 丛 蓬 管 杆 塔 柜 机柜 端口 用户 账号 终端 节点 网格 样本 样次 批件 户·次 窗口 岗 岗位 代 重 拨 顶 把 台/套 台件 件套 套件 台·次 人头 例次 例数 份数 次数 场数 天次 餐 餐次 亩次 单次 处理 幕 声 通 像素 芯 核 核心 线程 U 门次 块屏 路视频 个点',
  time: '毫秒 ms 秒 s S 秒钟 分钟 min 小时 h H 时 钟头 工时 天 日 日历天 自然日 日历日 工作日 工作天 周 星期 周岁 岁 月 季度 季 年 学期 学年 旬 年度 天数 个月 月份 hours days',
  money: '元 元整 块钱 角 万元 亿元 美元 万美元 亿美元 港元 欧元 人民币元',
  percent: '% %% ％ 百分比 百分数 百分号 pct ‰ ‱ %o %O 百分点 倍 成 折 比例 BP bp PPM ppm',
  score: '分 分值',
  data: '字节 位元 兆 bit bits KB Kb kb kB K MB Mb mb M GB Gb G g/b TB Tb T PB P bps Bps kbps Kbps KBps Mbps mbps MBps Gbps gbps KB/s MB/s Mb/s M/s m/s MB/S 兆bps qps QPS TPS tps 并发',
  physical:
    '平方米 ㎡ m² m2 M² M2 平米 平方公里 平方千米 km² km2 公里 km KM Km ㎞ 千米 米 m 延米 延长米 厘米 cm ㎝ 毫米 mm ㎜ 微米 亩 公顷 hm² 顷 吨 t 千克 公斤 kg KG Kg ㎏ 克 g 毫克 mg 斤 升 L 毫升 ml mL 立方米 m³ m3 ㎥ 立方 方量 度 千瓦时 kWh KWh kwh KWH 千瓦 kW KW 瓦 W 兆瓦 MW 千伏 kV KV 千伏安 kVA 伏 V 安培 ℃ °C 摄氏度 dB db 分贝 Hz GHz MHz 帕 Pa kPa MPa 吨标准煤 吨标煤 mg/L mg/l μg/m³ 微克 ug 勒克斯 lx 转 马力 公分 丈 尺 寸 环 蒸吨 标方 DDDs DDD 立方分米 度电 卡路里 大卡 焦 NTU CFU',
  level: '级 等 等级 星 名次 星级',
}

const NORMAL: ReadonlyMap<string, string> = new Map([
  ['百分比', '%'],
  ['百分数', '%'],
  ['百分号', '%'],
  ['pct', '%'],
  ['%%', '%'],
  ['%o', '‰'],
  ['%O', '‰'],
  ['PPM', 'ppm'],
  ['元整', '元'],
  ['块钱', '元'],
  ['人民币元', '元'],
  ['人·次', '人次'],
])

export const UNIT_WORDS: readonly (readonly [string, UnitWord])[] = (Object.keys(UNITS) as UnitFamily[]).flatMap(
  (family) =>
    UNITS[family].split(' ').map((unit): [string, UnitWord] => [unit, { unit: NORMAL.get(unit) ?? unit, family }]),
)

/** 个 before these is a mere classifier: 3个工作日 is three 工作日. 个月 is a unit of its own, for 3月 is March. */
export const CLASSIFIED_UNITS = new Set(
  '工作日 自然日 日历天 日历日 小时 星期 周 季度 学期 学年 百分点 工作天 年度 钟头 月份 年 人次 批次 场次 天'.split(
    ' ',
  ),
)

/** Large numbers that belong to the unit when the unit is money: 3万元 stays 3 万元. */
export const MONEY_MAGNITUDES: ReadonlyMap<string, string> = new Map([
  ['万', '万元'],
  ['亿', '亿元'],
])

export const CURRENCY_SIGNS = '¥ ￥ 人民币 RMB rmb'.split(' ')
