import { decimal } from '@shiji/kernel/decimal'
import { expect, test } from 'vitest'
import { keepMonthEnds } from '#modules/evidence'
import { measuresOf } from '#platform/measure'
import { approve, DECLARATION, makeBureau } from '#testing/test-declarations'
import { MODULES } from '../../../app/modules.ts'

const [FIRST] = DECLARATION.indicators
const ROW = { ...(FIRST as NonNullable<typeof FIRST>), level3: '预算资金到位率', target: '=100%', weight: decimal('6') }

test('a month end is kept and agrees when computed again, until a record is changed behind the product’s back', async () => {
  const bureau = await makeBureau({ indicators: [ROW, ...DECLARATION.indicators] }, '2021-08-03T01:00:00Z')
  const { contact, form, world } = bureau
  await approve(bureau)
  const record = (kind: string, amount: string, decidedOn: string) =>
    contact.ask('POST', `/projects/${form.projectId}/money`, {
      body: { year: 2021, kind, source: 'own', amount, decidedOn, reason: '', documentId: null },
    })
  await record('initial', '1000000', '2021-01-15')
  await record('appropriation', '400000', '2021-05-10')
  await contact.ask('POST', `/declarations/${form.id}/evidence/bindings`, { body: {} })
  const keep = () =>
    keepMonthEnds({
      ...world.contextOf(
        { kind: 'system', name: 'evidence.keep-month-ends' },
        Temporal.Instant.from('2021-08-03T00:59:59Z').add({ seconds: 2 }),
      ),
      measures: measuresOf(MODULES),
    })
  await keep()
  await keep()
  const ends = async () => (await contact.ask('GET', `/declarations/${form.id}/evidence/0/month-ends`)).body
  expect(await ends()).toMatchObject([
    { month: '2021-07-01', kept: '40.00', again: '40.00', agrees: true, because: [] },
  ])

  const { pool, schema } = world.chenghu
  await pool.query(`update ${schema}.performance_money_entry set amount = 500000 where kind = 'appropriation'`)
  expect(await ends()).toMatchObject([{ kept: '40.00', again: '50.00', agrees: false }])
})
