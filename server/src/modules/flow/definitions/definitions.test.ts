import type { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { beforeEach, describe, expect, test } from 'vitest'
import { DECLARATION, makeBureau, type TestBureau } from '#testing/test-declarations'
import type { Colleague } from '#testing/test-office'

let bureau: TestBureau
let keeper: Colleague

beforeEach(async () => {
  bureau = await makeBureau()
  keeper = await bureau.office.addPerson('zhouyan', {
    unitId: bureau.office.districtId,
    roles: ['system-administrator'],
  })
})

/** The flow the declaration of the bureau goes through. */
async function flowOf(): Promise<{ key: string; definition: FlowDefinition }> {
  const { body } = await keeper.ask('GET', '/flows')
  const key = body
    .map((row: { key: string }) => row.key)
    .find((one: string) => one.includes('donghu') && one.includes('review'))
  return { key, definition: (await keeper.ask('GET', `/flows/${key}`)).body.definition }
}

const save = (key: string, revision: number, definition: FlowDefinition) =>
  keeper.ask('PUT', `/flows/${key}/draft`, { body: { revision, definition } })
const publish = (key: string, revision: number) =>
  keeper.ask('POST', `/flows/${key}/publications`, { body: { revision } })

/** Only the first desk is left. */
function shortened({ nodes, ...flow }: FlowDefinition): FlowDefinition {
  const end = nodes.find(({ kind }) => kind === 'end')
  const first = nodes.find(({ kind }) => kind === 'approve')
  const kept = nodes.filter((node) => node.kind === 'start' || node.kind === 'end' || node === first)
  return { ...flow, nodes: kept.map((node) => (node === first ? { ...node, next: end?.id ?? '' } : node)) as never }
}

describe('a flow is drawn, checked and published', () => {
  test('new cases take the published version, and a case on its way stays on its own', async () => {
    const { contact, reviewer, form, ask } = bureau
    const { key, definition } = await flowOf()
    await ask(contact, 'reviews', { version: form.version })
    expect(await save(key, 0, shortened(definition))).toMatchObject({
      status: 200,
      body: { revision: 1, problems: [] },
    })
    expect((await publish(key, 1)).body).toEqual({ version: 1001 })

    const [row] = (await keeper.ask('GET', '/flows')).body.filter((one: { key: string }) => one.key === key)
    expect(row.versions).toMatchObject([
      { version: 1001, isOwn: true, isCurrent: true, running: 0, publishedBy: '测试zhouyan' },
      { version: definition.version, isOwn: false, isCurrent: false, running: 1 },
    ])
    const desks = async (formId: string) => {
      const { id } = (await contact.ask('GET', `/cases/of/declaration/${formId}`)).body
      const { nodes } = (await reviewer.ask('GET', `/cases/${id}`)).body
      return nodes.filter(({ kind }: { kind: string }) => kind === 'approve').length
    }
    const content = { ...DECLARATION, year: (DECLARATION.year ?? 0) + 1 }
    const later = (await contact.ask('POST', '/forms', { body: { content, documentId: null } })).body
    const { id, version } = later
    const sent = await contact.ask('POST', `/declarations/${id}/reviews`, { body: { version } })
    expect(sent).toMatchObject({ status: 200 })
    expect(await desks(form.id)).toBe(definition.nodes.filter(({ kind }) => kind === 'approve').length)
    expect(await desks(id)).toBe(1)
  })

  test('one in which nobody can be asked is kept as a draft and not published', async () => {
    const { key, definition } = await flowOf()
    const nodes = definition.nodes.map((node) =>
      node.kind === 'approve' ? { ...node, people: { kind: 'named', people: [] }, fallback: null } : node,
    )
    const saved = await save(key, 0, { ...definition, nodes } as FlowDefinition)
    expect(saved.body.problems[0]).toMatchObject({ code: 'node-without-people', node: expect.any(String) })
    expect(await publish(key, 1)).toMatchObject({ status: 422, body: { code: 'flow-unfit' } })
    expect((await keeper.ask('GET', `/flows/${key}`)).body).toMatchObject({ isDraft: true, revision: 1 })
  })

  test.each([
    ['person-unknown', { kind: 'named', people: ['nobody'] }],
    ['unit-unknown', { kind: 'role', role: 'staff', at: { kind: 'unit', unit: '-' } }],
  ])('one that names whom nobody knows is not published: %s', async (code, people) => {
    const { key, definition } = await flowOf()
    const nodes = definition.nodes.map((node) => (node.kind === 'approve' ? { ...node, people } : node))
    const saved = await save(key, 0, { ...definition, nodes } as FlowDefinition)
    expect(saved.body.problems.map((one: { code: string }) => one.code)).toContain(code)
    expect(await publish(key, 1)).toMatchObject({ status: 422, body: { code: 'flow-unfit' } })
    expect((await keeper.ask('GET', `/flows/${key}`)).status).toBe(200)
  })

  test('two who draw at once are told, and a dropped draft leaves the version', async () => {
    const { key, definition } = await flowOf()
    await save(key, 0, definition)
    expect(await save(key, 0, definition)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } })
    await save(key, 1, definition)
    expect(await publish(key, 1)).toMatchObject({ status: 409, body: { code: 'changed-meanwhile' } })
    expect((await keeper.ask('DELETE', `/flows/${key}/draft`)).status).toBe(200)
    expect((await keeper.ask('GET', `/flows/${key}`)).body).toMatchObject({ isDraft: false, revision: 0 })
  })

  test('goes out as BPMN and comes back as a draft; a file with entities changes nothing', async () => {
    const { key, definition } = await flowOf()
    const { xml } = (await keeper.ask('GET', `/flows/${key}/bpmn`)).body
    const bring = (revision: number, text: string) =>
      keeper.ask('POST', `/flows/${key}/bpmn`, { body: { revision, xml: text } })
    expect(await bring(0, xml)).toMatchObject({ status: 200, body: { revision: 1, problems: [] } })
    expect((await keeper.ask('GET', `/flows/${key}`)).body.definition).toEqual(definition)
    expect(await bring(1, `<!DOCTYPE a>${xml}`)).toMatchObject({ status: 422, body: { code: 'bpmn-unreadable' } })
    expect((await keeper.ask('GET', `/flows/${key}`)).body.revision).toBe(1)
  })

  test('is drawn by nobody but who manages flows', async () => {
    expect((await bureau.contact.ask('GET', '/flows')).status).toBe(403)
  })
})
