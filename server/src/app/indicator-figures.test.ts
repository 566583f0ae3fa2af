import { decimal } from '@shiji/kernel/decimal'
import { Registry } from 'prom-client'
import { beforeEach, expect, test } from 'vitest'
import { measuresOf } from '#platform/measure'
import { approve, DECLARATION, makeBureau, type TestBureau } from '#testing/test-declarations'
import { tellIndicators } from './indicator-figures.ts'
import { MODULES } from './modules.ts'

const NOW = Temporal.Instant.from('2021-08-03T01:00:00Z')
const MONEY_ROW = {
  ...(DECLARATION.indicators[0] as (typeof DECLARATION.indicators)[number]),
  level3: '资金到位率',
  target: '≥95%',
  weight: decimal('6'),
}

let bureau: TestBureau
beforeEach(async () => {
  bureau = await makeBureau({ indicators: [MONEY_ROW, ...DECLARATION.indicators] }, NOW.toString())
  await approve(bureau)
  for (const [kind, amount] of [
    ['initial', '1200000'],
    ['appropriation', '300000'],
  ]) {
    const money = { year: 2021, kind, source: 'own', amount, decidedOn: '2021-01-15', reason: '', documentId: null }
    await bureau.contact.ask('POST', `/projects/${bureau.form.projectId}/money`, { body: money })
  }
  await bureau.contact.ask('PUT', `/declarations/${bureau.form.id}/evidence/0/binding`, {
    body: { measure: 'performance.funds-in-place', reason: '支付台账为准', seen: 0 },
  })
})

/** What whoever reads /metrics is told of promises. */
async function told(): Promise<string[]> {
  const registry = new Registry()
  const system = bureau.world.contextOf({ kind: 'system', name: 'metrics' }, NOW)
  tellIndicators({ registry, contextOf: () => ({ ...system, measures: measuresOf(MODULES) }) })
  return (await registry.metrics()).split('\n').filter((line) => line.startsWith('shiji_indicator'))
}

const allow = (isOpen: boolean, who = bureau.office.system) =>
  who.ask('PUT', '/watch/figures-out', { body: { isOpen } })

test('promises are told to nobody until an administrator allows it, and no longer than that', async () => {
  expect(await told()).toEqual([])
  expect((await allow(true, bureau.contact)).status).toBe(403)
  expect((await allow(true)).status).toBe(200)
  expect((await bureau.office.system.ask('GET', '/watch/figures-out')).body).toEqual({ isOpen: true })
  const lines = await told()
  const [value, target, light] = ['value', 'target', 'light'].map((name) =>
    lines.filter((line) => line.startsWith(`shiji_indicator_${name}{`)),
  )
  expect([value?.length, target?.length, light?.length]).toEqual([1, 1, 1])
  expect(value?.[0]).toMatch(/tenant="tenant_chenghu".*indicator="资金到位率"\} 25$/)
  expect(target?.[0]).toMatch(/\} 95$/)
  await allow(false)
  expect(await told()).toEqual([])
})
