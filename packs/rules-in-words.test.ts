import { sayLifeRules } from '@shiji/kernel/rules/say-life-rules'
import { sayRulePack } from '@shiji/kernel/rules/say-rule-pack'
import { describe, expect, test } from 'vitest'
import { loadLifeRules, loadRulePacks } from './load-packs.ts'

const PACKS = loadRulePacks()
const LIFE = loadLifeRules()

function linesOf(id: string, language: 'zh' | 'en' = 'zh') {
  const pack = PACKS.find((one) => one.id === id)
  const life = LIFE.find((one) => one.id === id)
  return pack === undefined ? life && sayLifeRules(life, language) : sayRulePack(pack, language)
}
const textOf = (id: string, topic: string) => linesOf(id)?.find((line) => line.topic === topic)?.text

describe('the rules of every place in words', () => {
  test.each([...PACKS, ...LIFE].map(({ id }) => id))('%s: whole sentences, each with its source', (id) => {
    for (const language of ['zh', 'en'] as const) {
      const lines = linesOf(id, language) ?? []
      expect(lines.length).toBeGreaterThan(8)
      for (const { topic, text, source } of lines) {
        expect(`${topic} ${text}`).not.toMatch(/\{|undefined|NaN/)
        expect([topic, text, source.text].every((one) => one.trim() !== '')).toBe(true)
      }
    }
  })
})

test.each([
  ['CN-2020', '等级', '优 90 分起、良 80 分起、中 60 分起、差 0 分起'],
  ['CN-2020', '预算执行率', '10 分 × 执行率，不超过满分；执行率 = 执行数 ÷ 全年预算数，不先取整'],
  [
    'CN-2020',
    '定性指标',
    '先选档，再在档内打分：达成 不低于分值的 80%、部分达成 不低于分值的 60%、未达成 不低于分值的 0%',
  ],
  ['CN-JX-NANCHANG-DONGHU-2021', '修订', '一年最多 1 次，进度不到 50% 时提出；进度按已过天数；每行都要有证明'],
  ['CN-LIFE-2020', '预算会', '上年 8 月开，申报赶在会前'],
  ['CN-LIFE-2020', '集中监控', '8 月报 1—7 月，08-31 前报'],
  ['CN-LIFE-2020', '重点评价的部分', '决策 20 分、过程 20 分、产出 30 分、效益 30 分'],
  ['CN-SH-LIFE-2016', '监控覆盖', '不低于部门项目资金的 50%'],
  ['CN-SH-LIFE-2016', '结果反馈', '1 个月内反馈结果'],
])('%s on %s: %s', (id, topic, text) => {
  expect(textOf(id, topic)).toBe(text)
})
