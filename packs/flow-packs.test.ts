import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type FlowStage, findFlowPack } from '@shiji/kernel/flow/flow-pack'
import { expect, onTestFinished, test } from 'vitest'
import { loadFlowPacks, loadRulePacks } from './load-packs.ts'

const packs = loadFlowPacks()
const rules = loadRulePacks()

test.each<[string, FlowStage, string, string | undefined]>([
  ['cn-jx-nanchang-donghu', 'review', '2021-03-01', 'CN-JX-NANCHANG-DONGHU-2021-REVIEW'],
  ['cn-jx-nanchang-donghu', 'revision', '2021-03-01', 'CN-JX-NANCHANG-DONGHU-2021-REVISION'],
  ['cn-jx-nanchang-donghu', 'self-evaluation', '2021-12-31', 'CN-JX-NANCHANG-DONGHU-2021-SELF-EVALUATION'],
  ['cn-sh-minhang', 'self-evaluation', '2021-12-31', 'CN-2020-SELF-EVALUATION'],
  ['cn-sh-minhang', 'declaration', '2020-05-01', 'CN-2020-REVIEW'],
  ['cn', 'review', '2020-02-24', undefined],
  ['cn-sh-minhang', 'change', '2026-03-02', 'CN-DESK-CHANGE'],
])('%s, %s on %s', (place, stage, day, expected) => {
  expect(findFlowPack(packs, { place, stage, day })?.id).toBe(expected)
})

test.each([
  ['CN-JX-NANCHANG-DONGHU-2021-REVIEW', 'CN-JX-NANCHANG-DONGHU-2021'],
  ['CN-JX-NANCHANG-DONGHU-2021-REVISION', 'CN-JX-NANCHANG-DONGHU-2021'],
  ['CN-2020-REVIEW', 'CN-2020'],
])('the desks of %s are those of the rule pack %s, in its order', (id, rulePack) => {
  const nodes = packs.find((pack) => pack.id === id)?.flow.nodes ?? []
  const desks = nodes.filter(({ kind }) => kind === 'approve').map(({ name }) => name)
  const chain = rules.find((pack) => pack.id === rulePack)?.review?.chain.map(({ reviewer }) => reviewer)
  expect(desks).toEqual(chain)
})

test('nobody reviews their own declaration', () => {
  const nodes = packs.flatMap(({ flow }) => flow.nodes)
  const signing = nodes.flatMap((node) => (node.kind === 'approve' ? [node.selfApproval] : []))
  expect(new Set(signing)).toEqual(new Set(['forbid']))
})

test('a chain that could strand a case is not shipped', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shiji-flows-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  mkdirSync(join(folder, 'cn', 'flows'), { recursive: true })
  const [pack] = packs
  const nodes = pack?.flow.nodes.map((node) => (node.kind === 'approve' ? { ...node, fallback: null } : node))
  writeFileSync(join(folder, 'cn', 'flows', 'review.json'), JSON.stringify({ ...pack, flow: { ...pack?.flow, nodes } }))
  expect(() => loadFlowPacks(folder)).toThrow(/name a fallback/)
})
