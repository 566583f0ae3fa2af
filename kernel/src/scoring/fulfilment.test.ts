import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judgeFulfilment } from './fulfilment.ts'

describe('words that plainly say the promise was kept', () => {
  test.each([
    ['稳定运行', '稳定运行', '稳定运行'],
    ['稳定运行', '稳定运行', '系统全年运行稳定'],
    ['纳入上海教育信息化总体设计', '纳入上海教育信息化总体设计', '已纳入'],
    ['确保保障并积极拓展', '确保保障|积极拓展', '保障任务完成并积极拓展'],
    ['保障正常运行', '保障正常运行', '系统全年正常运行'],
    ['稳定性高', '稳定性高', '访问情况稳定'],
    ['健全、规范', '健全|规范', '制度健全，执行规范'],
    ['及时', '及时', '已完成'],
    ['及时', '及时', '达到预期目标'],
    ['=执行情况良好', '执行情况良好', '执行情况良好'],
    ['及时', '及时', '响应及时，全年无投诉'],
    ['及时', '及时', '按计划及时完成'],
    ['及时', '及时', '非常及时'],
    ['全部完成', '全部完成', '100%'],
    ['全覆盖', '全覆盖', '100.00%'],
    ['无事故', '无事故', '0起'],
    ['无投诉', '无投诉', '无'],
    ['良好以上', '良好以上', '优秀'],
    ['良好及以上', '良好及以上', '良'],
    ['合格及以上', '合格及以上', '优'],
    ['基本满意以上', '基本满意以上', '满意'],
    ['优良中低差', '优良中低差', '优'],
    ['好坏', '好坏', '好'],
  ])('%s: %s, said %s', (target, grades, actual) => {
    expect(judgeFulfilment(target, grades.split('|'), actual)).toBe('fulfilled')
  })
})

describe('words a person has to judge', () => {
  test.each([
    ['建立并进行考核', '建立|进行考核', '已建立'],
    ['健全、规范', '健全|规范', '制度健全'],
    ['建立健全', '建立健全', '已建立'],
    ['及时', '及时', '不够及时'],
    ['及时', '及时', '基本及时'],
    ['及时', '及时', '较及时'],
    ['完成', '完成', '部分完成'],
    ['完成', '完成', '尚未完成'],
    ['完成', '完成', '正在完成'],
    ['完成', '完成', '计划完成'],
    ['完成', '完成', '没有全部完成'],
    ['健全', '健全', '无健全制度'],
    ['健全', '健全', '情况见附件'],
    ['健全', '健全', ''],
    ['健全', '健全', '健'.repeat(501)],
    ['显著提升', '显著提升', '100%'],
    ['全部完成', '全部完成', '99.9%'],
    ['无投诉', '无投诉', '1起'],
    ['良好以上', '良好以上', '合格'],
    ['合格及以上', '合格及以上', '差'],
    ['优良中低差', '优良中低差', '良'],
  ])('%s: %s, said %j', (target, grades, actual) => {
    expect(judgeFulfilment(target, grades.split('|'), actual)).toBe('open')
  })
})

test.each([
  ['合格', '不合格'],
  ['通过', '未通过'],
  ['完成', '没有完成'],
])('%s is plainly failed by %s', (target, actual) => {
  expect(judgeFulfilment(target, [target], actual)).toBe('failed')
})

test('a denial is never a fulfilment', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('未', '不', '没有', '尚未'),
      fc.constantFrom('及时', '健全', '合格', '建立'),
      (denial, grade) => {
        expect(judgeFulfilment(grade, [grade], `制度${denial}${grade}`)).not.toBe('fulfilled')
      },
    ),
  )
})
