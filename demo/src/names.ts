/** Invented names with their pinyin; the lengths of the two lists share no divisor, so that pairs repeat late. */

export const SURNAMES = parse(
  '林lin 周zhou 沈shen 陆lu 顾gu 叶ye 苏su 方fang 江jiang 宋song 秦qin 蓝lan 温wen 简jian 程cheng 段duan 纪ji 乔qiao 盛sheng 白bai 贺he 柳liu 孟meng 钟zhong 樊fan 戚qi 岑cen 翁weng 裴pei',
)

export const GIVEN_NAMES = parse(
  '知夏zhixia 予安yuan 沐言muyan 清禾qinghe 若川ruochuan 望舒wangshu 景行jingxing 怀瑾huaijin 砚秋yanqiu 星野xingye 听澜tinglan 书屿shuyu 南乔nanqiao 北辰beichen 云舟yunzhou 溪月xiyue 照临zhaolin 念慈nianci 时雨shiyu 亦寒yihan 昭宁zhaoning 鹤鸣heming 疏影shuying 望津wangjin 采薇caiwei 松年songnian 竹青zhuqing 晚晴wanqing 初阳chuyang 明远mingyuan 思齐siqi',
)

type Name = { readonly text: string; readonly pinyin: string }

function parse(list: string): Name[] {
  return list.split(' ').map((entry) => {
    const pinyin = /[a-z]+$/.exec(entry)?.[0] ?? ''
    return { text: entry.slice(0, entry.length - pinyin.length), pinyin }
  })
}
