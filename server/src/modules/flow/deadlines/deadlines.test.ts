import { loadFlowPacks } from '@shiji/packs/load-packs'
import { beforeEach, describe, expect, test } from 'vitest'
import { inTransaction } from '#platform/database/transaction'
import { makeBureau, type TestBureau } from '#testing/test-declarations'
import type { Colleague } from '#testing/test-office'
import { makeWork, workUntilIdle } from '#testing/test-work'

let bureau: TestBureau

beforeEach(async () => {
  bureau = await makeBureau()
  await workAt('2021-01-04T01:00:00Z')
})

type Deadline = { readonly whenLate: 'remind' | 'agree' | 'escalate'; readonly to: object | null }

/** The chain of the place, with two working days for its first desk. */
async function publishWithDeadline({ whenLate, to }: Deadline): Promise<void> {
  const flow = loadFlowPacks().find(({ flow: { key } }) => key === 'donghu-review')?.flow
  const nodes = flow?.nodes.map((node) => {
    const isFirst = node.kind === 'approve' && node.id === 'department'
    return isFirst ? { ...node, deadline: { amount: 2, unit: 'working-days', whenLate, to } } : node
  })
  const row = { key: 'donghu-review', version: 1, definition: JSON.stringify({ ...flow, nodes }) }
  await inTransaction(bureau.world.chenghu, async (tx) => {
    await tx.insertInto('flowDefinition').values(row).execute()
  })
}

const send = ({ contact, form, ask }: TestBureau) => ask(contact, 'reviews', { version: form.version })
const boxOf = async (who: Colleague, box = 'waiting') => (await who.ask('GET', `/tasks?box=${box}`)).body.rows
const toldOf = async (who: Colleague) => (await who.ask('GET', '/messages')).body
const codesOf = async (who: Colleague) => (await toldOf(who)).messages.map(({ code }: { code: string }) => code)

/** The first look of a server only writes down when the next is due. */
function workAt(now: string): Promise<void> {
  return workUntilIdle(makeWork(bureau.world, () => Temporal.Instant.from(now)))
}

describe('a desk that is late', () => {
  test('is due when the second working day closes, and is reminded once', async () => {
    await publishWithDeadline({ whenLate: 'remind', to: null })
    await send(bureau)
    expect(await boxOf(bureau.reviewer)).toMatchObject([{ dueAt: '2021-01-06T09:00:00Z' }])
    await workAt('2021-01-06T08:59:00Z')
    expect(await codesOf(bureau.reviewer)).toEqual(['task-opened'])
    await workAt('2021-01-06T09:01:00Z')
    await workAt('2021-01-06T09:02:00Z')
    expect((await codesOf(bureau.reviewer)).toSorted()).toEqual(['late', 'task-opened'])
    expect(await boxOf(bureau.reviewer)).toHaveLength(1)
  })

  test('agrees in the name of the rule, and the declaration moves on with a sentence that says so', async () => {
    await publishWithDeadline({ whenLate: 'agree', to: null })
    await send(bureau)
    const [{ caseId }] = await boxOf(bureau.reviewer)
    await workAt('2021-01-06T09:01:00Z')
    const seen = (await bureau.reviewer.ask('GET', `/cases/${caseId}`)).body
    const sentences = seen.log.map(({ sentence }: { sentence: string }) => sentence).join('\n')
    expect(sentences).toContain('“主管部门”逾期，测试xuwang按规则视为同意。')
    const life = (await bureau.contact.ask('GET', `/declarations/${bureau.form.id}/life`)).body
    expect(life.state).toBe('in-review')
    expect(life.steps.at(-1)).toMatchObject({ opinion: '逾期，按流程规则视为同意' })
  })

  test('loses the case to whoever is named above', async () => {
    const { office } = bureau
    const unitId = await office.addUnit('督查室')
    const chief = await office.addPerson('hechi', { unitId, roles: ['finance-reviewer'] })
    await publishWithDeadline({ whenLate: 'escalate', to: { kind: 'named', people: [chief.personId] } })
    await send(bureau)
    expect(await boxOf(chief)).toEqual([])
    await workAt('2021-01-06T09:01:00Z')
    expect(await boxOf(chief)).toHaveLength(1)
    expect(await boxOf(bureau.reviewer)).toEqual([])
    expect(await codesOf(chief)).toContain('task-opened')
  })
})

describe('urging', () => {
  test('is told to the desk that has the case, and not again within four hours', async () => {
    await send(bureau)
    const [{ caseId }] = await boxOf(bureau.reviewer)
    const urge = () => bureau.contact.ask('POST', `/cases/${caseId}/acts`, { body: { act: { verb: 'urge' } } })
    expect((await urge()).status).toBe(200)
    expect(await urge()).toMatchObject({ status: 409, body: { code: 'flow-refused' } })
    const { messages, unread } = await toldOf(bureau.reviewer)
    expect(unread).toBe(2)
    expect(messages.map(({ sentence }: { sentence: string }) => sentence).join()).toContain(
      '催办：测试linxia请您尽快办理',
    )
    await bureau.reviewer.ask('POST', '/messages/readings', { body: { until: messages[0].at } })
    expect((await toldOf(bureau.reviewer)).unread).toBe(0)
  })
})
