import { expect, test } from 'vitest'
import { cleanCell, dropNumbering, foldLabel, joinWrapped } from './cell-text.ts'
import { readChoices, tickedOptions } from './choices.ts'

test.each([
  ['<p>第一段。</p> <p>第二段。</p>', '第一段。\n第二段。'],
  ['<p style="text-align: center;">   自评表   (2020)年度   </p>', '自评表   (2020)年度'],
  ['<input type="checkbox"> 一次性项目 <input type="checkbox" checked> 经常性项目', '□ 一次性项目 ☑ 经常性项目'],
  ['实施阶段 <input checked="checked" type="checkbox">', '实施阶段 ☑'],
  ['响应&nbsp;&lt;&#61;10分钟', '响应 <=10分钟'],
  ['<8.00小时', '<8.00小时'],
  ['全年<=2次且>0', '全年<=2次且>0'],
  ['&unknown; &#0;', '&unknown; &#0;'],
])('a cell pasted as %s reads %s', (raw, text) => expect(cleanCell(raw)).toBe(text))

test.each([
  ['项目名称*：', '项目名称'],
  ['填报单位（盖章）', '填报单位'],
  ['年 度\n指标值', '年度指标值'],
  ['全年执行数（B）', '全年执行数'],
  ['绩效指标(90分)', '绩效指标'],
  ['指标权重（分）', '指标权重'],
])('the label %s is looked up as %s', (printed, label) => expect(foldLabel(printed)).toBe(label))

test.each([
  ['其中：1.上级财政拨款', '上级财政拨款'],
  ['（二）其他资金', '其他资金'],
  ['一、项目总预算', '项目总预算'],
  ['2020年绩效目标', '2020年绩效目标'],
])('%s without its number is %s', (printed, label) => expect(dropNumbering(printed.normalize('NFKC'))).toBe(label))

test('a name wrapped in a narrow column is joined, words of another script keep their blank', () => {
  expect(joinWrapped('服务对象\n满意度')).toBe('服务对象满意度')
  expect(joinWrapped('ECS server\nrental')).toBe('ECS server rental')
  expect(joinWrapped('2022年11月\n20日')).toBe('2022年11月20日')
  expect(joinWrapped('≤200\n万元')).toBe('≤200万元')
  expect(joinWrapped('≥9\n5%')).toBe('≥9\n5%')
})

test.each([
  ['☑新增   □延续', '新增'],
  ['□ 一次性项目 □ 经常性项目', ''],
  ['1.基本建设类 □    其中：新建类 □\n2.行政事业类 ☑    其中: 采购类 ☑    奖励类 □', '行政事业类、采购类'],
  ['1、持续性项目 ☑ 2、新增性项目 □', '持续性项目'],
  ['经常性专项业务费', '经常性专项业务费'],
])('of %s the choice is %s', (printed, ticked) => expect(tickedOptions(printed)).toBe(ticked))

test('marks in place of boxes say yes and no', () => {
  expect([readChoices('实施阶段 √'), readChoices('收尾和完成阶段 ×')].flat()).toEqual([
    { option: '实施阶段', ticked: true },
    { option: '收尾和完成阶段', ticked: false },
  ])
})
