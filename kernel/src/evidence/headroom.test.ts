import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimal } from '../decimal.ts'
import { say } from '../wording.ts'
import { HEADROOM_WORDS, headroom, type Standing } from './headroom.ts'
import { NO_PARTS } from './parts.ts'

type Given = Partial<Omit<Standing, 'parts' | 'coming' | 'bound'>> & {
  readonly target: string
  readonly done: string
  readonly of: string
  readonly coming?: string | null
}

function told({ target, done, of, coming = null, ...rest }: Given): string | null {
  const [operator = 'ge', value = '0'] = target.split(' ')
  const parts = { ...NO_PARTS, numerator: decimal(done), denominator: decimal(of), counted: Number(of) }
  const bound = { operator: operator as 'ge', value: decimal(value) }
  const standing: Standing = { shape: 'ratio', combine: 'share', unit: '%', ...rest, bound, parts, coming: null }
  const left = headroom({ ...standing, coming: coming === null ? null : decimal(coming) })
  return left && say(HEADROOM_WORDS[left.code], 'zh', left.parameters)
}

const COUNT = { shape: 'count', combine: 'sum', unit: '次' } as const
const TIME = { shape: 'time', combine: 'mean', unit: '分钟' } as const

describe('headroom is told in the unit people feel', () => {
  test.each<[string, Given, string | null]>([
    ['解决率 100%, nothing failed', { target: 'ge 100', done: '20', of: '20', coming: '10' }, '不能再有未达标'],
    ['解决率 100%, one failed', { target: 'ge 100', done: '19', of: '20', coming: '10' }, '本期已无法达到目标'],
    ['解决率 ≥95%, 100 in all', { target: 'ge 95', done: '58', of: '60', coming: '40' }, '本期还可有 3 单未达标'],
    ['解决率 ≥95%, far below', { target: 'ge 95', done: '50', of: '60', coming: '40' }, '本期已无法达到目标'],
    ['解决率 ≥90%, nobody knows what comes', { target: 'ge 90', done: '8', of: '10' }, '须连续 10 单达标才能回到目标'],
    ['重大事件率 ≤0', { target: 'le 0', done: '0', of: '50' }, '不能再有未达标'],
    ['边界事故 ≤1', { ...COUNT, target: 'le 1', done: '0', of: '0' }, '本期还可发生 1 次'],
    ['边界事故 ≤1, one happened', { ...COUNT, target: 'le 1', done: '1', of: '1' }, '不能再发生'],
    ['边界事故 ≤1, two happened', { ...COUNT, target: 'le 1', done: '2', of: '2' }, '已超出 1 次'],
    ['边界事故 <2', { ...COUNT, target: 'lt 2', done: '0', of: '0' }, '本期还可发生 1 次'],
    ['演练 ≥2', { ...COUNT, target: 'ge 2', done: '1', of: '1' }, '还差 1 次'],
    ['响应 ≤10 分钟', { ...TIME, target: 'le 10', done: '640', of: '100', coming: '20' }, '后续平均可至 28 分钟'],
    ['响应 ≤10, above it', { ...TIME, target: 'le 10', done: '1100', of: '100', coming: '50' }, '后续平均须 ≤ 8 分钟'],
    [
      '恢复 <8 小时, the longest',
      { ...TIME, combine: 'maximum', target: 'lt 8', done: '3', of: '1' },
      '每一单都须在 8 分钟以内',
    ],
    [
      '可用率 ≥99.00%, 2020',
      { shape: 'availability', target: 'ge 99.00', done: '31622400', of: '31622400' },
      '还可停机 87.8 小时',
    ],
    ['巡检 每天≥2次', { shape: 'frequency', target: 'ge 100', done: '731', of: '732' }, '还差 1 项'],
    ['计划完成率 100%', { shape: 'plan', target: 'ge 100', done: '6', of: '12' }, '还差 6 项'],
    ['年内完成', { shape: 'milestone', target: 'ge 100', done: '1', of: '1' }, '到期的都已完成'],
    ['健全, 规范', { shape: 'words', target: 'ge 100', done: '7', of: '9' }, '还差 2 项'],
    ['常驻≥3人', { shape: 'presence', target: 'ge 100', done: '30', of: '30' }, '到期的都已完成'],
    ['满意度 ≥95%', { shape: 'satisfaction', target: 'ge 95', done: '30', of: '40' }, '样本 40，再收 249 份更稳'],
    [
      '7×24 值守, seconds of the year',
      { shape: 'presence', partsIn: 'seconds', target: 'eq 100', done: '31490040', of: '31536000' },
      '还差 12.8 小时',
    ],
    ['预算执行率 ≥95%', { shape: 'money', target: 'ge 95', done: '290000', of: '1200000' }, '需再支付 85.00 万元'],
    [
      '资金到位率 =100%',
      { shape: 'money', money: 'received', target: 'eq 100', done: '290000', of: '1200000' },
      '还有 91.00 万元未到位',
    ],
  ])('%s', (_, given, expected) => {
    expect(told(given)).toBe(expected)
  })
})

test('as many as may fail can fail, and not one more', () => {
  void fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 50, max: 99 }),
      (of, coming, target) => {
        const words = told({ target: `ge ${target}`, done: String(of), of: String(of), coming: String(coming) })
        const count = Number(/\d+/.exec(words ?? '')?.[0] ?? 0)
        const whole = of + coming
        expect((100 * (whole - count)) / whole).toBeGreaterThanOrEqual(target - 1e-9)
        expect((100 * (whole - count - 1)) / whole).toBeLessThan(target)
      },
    ),
  )
})
