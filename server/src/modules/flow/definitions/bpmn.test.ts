import { checkDefinition } from '@shiji/kernel/flow/check-definition'
import { someDefinition } from '@shiji/kernel/flow/flow-arbitrary'
import { loadFlowPacks } from '@shiji/packs/load-packs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBpmn } from './read-bpmn.ts'
import { writeBpmn } from './write-bpmn.ts'

const [PACK] = loadFlowPacks()
const KNOWN = PACK?.flow ?? { key: 'none', version: 1, name: { zh: '无', en: 'none' }, fields: [], urgeEveryHours: 4 }
/** What may be published at all: a hundred nodes at most. */
const published = someDefinition.filter(({ nodes }) => nodes.length <= 100)
const named = (code: string) => ({ ok: false, problem: { code } })

const inDefinitions = (inner: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x">${inner}</definitions>`

describe('a flow goes out as BPMN and comes back the same', () => {
  test.each(loadFlowPacks().map(({ id, flow }) => [id, flow] as const))('%s', async (_, flow) => {
    expect(await readBpmn(await writeBpmn(flow), flow)).toEqual({ ok: true, value: flow })
  })

  test('whatever is drawn', async () => {
    const there = fc.asyncProperty(published, async (flow) => {
      expect(await readBpmn(await writeBpmn(flow), { ...KNOWN, key: flow.key, version: flow.version })).toEqual({
        ok: true,
        value: flow,
      })
    })
    await fc.assert(there, { numRuns: 40 })
  })
})

describe('a file of another tool', () => {
  test('becomes a draft whose gaps the check names at their nodes', async () => {
    const xml = inDefinitions(`<process id="P_1" name="采购">
      <startEvent id="Event_1" name="发起"/><userTask id="Activity_0x" name="科长"/><endEvent id="Event_2"/>
      <exclusiveGateway id="G_1" name="超过十万" default="f3"/>
      <sequenceFlow id="f1" sourceRef="Event_1" targetRef="G_1"/>
      <sequenceFlow id="f2" name="是" sourceRef="G_1" targetRef="Activity_0x"><conditionExpression>amount gt 100000</conditionExpression></sequenceFlow>
      <sequenceFlow id="f3" sourceRef="G_1" targetRef="Event_2"/>
      <sequenceFlow id="f4" sourceRef="Activity_0x" targetRef="Event_2"/></process>`)
    const brought = await readBpmn(xml, KNOWN)
    if (!brought.ok) throw new Error(brought.problem.code)
    const { nodes, name } = brought.value
    expect(name.zh).toBe('采购')
    expect(nodes.map(({ id, kind }) => [id, kind])).toEqual([
      ['event-1', 'start'],
      ['activity-0x', 'approve'],
      ['event-2', 'end'],
      ['g-1', 'branch'],
    ])
    const problems = checkDefinition(brought.value).map(({ code, node }) => [code, node])
    expect(problems).toContainEqual(['node-without-people', 'activity-0x'])
    expect(problems).toContainEqual(['field-unknown', 'g-1'])
  })

  test.each([
    ['a declared entity', '<!DOCTYPE d [<!ENTITY a "aaaa">]><definitions/>', 'entities'],
    ['an entity without a document type', '<!entity b SYSTEM "file:///etc/passwd">', 'entities'],
    ['half a file', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process', 'not-bpmn'],
    ['another language', '<html><body/></html>', 'not-bpmn'],
    ['nothing', '', 'not-bpmn'],
    ['no process', inDefinitions(''), 'process-not-one'],
    ['two processes', inDefinitions('<process id="a"/><process id="b"/>'), 'process-not-one'],
    ['a script', inDefinitions('<process id="a"><scriptTask id="s" name="跑"/></process>'), 'element-unknown'],
    [
      'more nodes than a flow holds',
      inDefinitions(
        `<process id="a">${Array.from({ length: 101 }, (_, at) => `<task id="t${at}"/>`).join('')}</process>`,
      ),
      'too-many',
    ],
  ])('with %s is not taken', async (_, xml, code) => {
    expect(await readBpmn(xml, KNOWN)).toMatchObject(named(code))
  })
})
