import fc from 'fast-check'
import type { ApproveNode, FlowDefinition, FlowNode } from './flow-definition.ts'

/** Random flows of an invented office that pass the check: nested conditions and parallel branches, every rule mixed. */

export const PEOPLE = ['an', 'bo', 'chu', 'deng', 'e', 'fan', 'gu', 'he'] as const

/** Roles of the invented office; nobody holds the last one, so fallbacks are needed. */
export const ROLES: Readonly<Record<string, readonly string[]>> = {
  head: ['an'],
  finance: ['bo', 'chu', 'deng'],
  board: ['an', 'e', 'fan', 'gu', 'he'],
  pair: ['chu', 'e'],
  vacant: [],
}

type Block =
  | { kind: 'approve'; rules: Omit<ApproveNode, 'id' | 'name' | 'next' | 'kind'> }
  | { kind: 'copy' }
  | { kind: 'branch'; ways: Block[][] }
  | { kind: 'parallel'; ways: Block[][] }

const role = fc.constantFrom(...Object.keys(ROLES))
const staffed = fc.constantFrom('finance', 'board', 'pair')
const at = { kind: 'starter-unit' } as const

const approve: fc.Arbitrary<Block> = fc
  .record({
    people: fc.oneof(
      { weight: 4, arbitrary: role.map((held) => ({ kind: 'role', role: held, at }) as const) },
      { weight: 1, arbitrary: fc.constantFrom({ kind: 'starter' } as const, { kind: 'previous-choice' } as const) },
    ),
    fallback: staffed.map((held) => ({ kind: 'role', role: held, at }) as const),
    mode: fc.constantFrom(
      { kind: 'all' } as const,
      { kind: 'any' } as const,
      { kind: 'in-turn' } as const,
      { kind: 'share', percent: 60 } as const,
    ),
    returns: fc.constantFrom({ kind: 'walked' } as const, { kind: 'walked' } as const, { kind: 'none' } as const),
    mayReject: fc.boolean(),
    selfApproval: fc.constantFrom('ask' as const, 'skip' as const, 'forbid' as const),
    repeatedApprover: fc.constantFrom('ask' as const, 'skip' as const, 'skip-adjacent' as const),
    deadline: fc.option(
      fc.constantFrom('remind' as const, 'agree' as const, 'escalate' as const).map((whenLate) => ({
        amount: 1,
        unit: 'working-days' as const,
        whenLate,
        to: { kind: 'role' as const, role: 'head', at },
      })),
    ),
  })
  .map((rules) => ({ kind: 'approve', rules }))

const { line } = fc.letrec<{ line: Block[]; block: Block }>((tie) => ({
  line: fc.array(tie('block'), { minLength: 1, maxLength: 3 }),
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    { weight: 6, arbitrary: approve },
    { weight: 1, arbitrary: fc.constant<Block>({ kind: 'copy' }) },
    { weight: 1, arbitrary: ways(tie('line')).map((found): Block => ({ kind: 'branch', ways: found })) },
    { weight: 5, arbitrary: ways(tie('line')).map((found): Block => ({ kind: 'parallel', ways: found })) },
  ),
}))

function ways(one: fc.Arbitrary<Block[]>): fc.Arbitrary<Block[][]> {
  return fc.array(one, { minLength: 2, maxLength: 3 })
}

const someLine = fc.tuple(line, approve).map(([blocks, last]) => [...blocks, last])

export const someDefinition: fc.Arbitrary<FlowDefinition> = someLine.map((blocks) => {
  const nodes: FlowNode[] = []
  const first = draw(nodes, blocks, 'done')
  const start: FlowNode = { kind: 'start', id: 'start', name: called('start'), next: first }
  const end: FlowNode = { kind: 'end', id: 'done', name: called('done') }
  return {
    key: 'invented',
    version: 1,
    name: called('invented'),
    fields: [{ key: 'amount', name: called('amount'), kind: 'number' }],
    urgeEveryHours: 4,
    nodes: [start, ...nodes, end],
  }
})

function called(id: string): { zh: string; en: string } {
  return { zh: id, en: id }
}

/** Draws a line of blocks that leads to `next`, the last block first, and answers where it begins. */
function draw(nodes: FlowNode[], blocks: readonly Block[], next: string): string {
  return blocks.reduceRight((to, block) => drawBlock(nodes, block, to), next)
}

function drawBlock(nodes: FlowNode[], block: Block, next: string): string {
  const id = `n${nodes.length}`
  const name = called(id)
  switch (block.kind) {
    case 'approve':
      nodes.push({ kind: 'approve', id, name, next, ...block.rules })
      return id
    case 'copy':
      nodes.push({ kind: 'copy', id, name, next, people: { kind: 'role', role: 'pair', at } })
      return id
    case 'branch': {
      const [otherwise = next, ...rest] = block.ways.map((way) => draw(nodes, way, next))
      const branches = rest.map((to, index) => ({
        name,
        when: [{ field: 'amount', operator: 'ge' as const, value: String(50 * (rest.length - index)) }],
        next: to,
      }))
      const own = `n${nodes.length}`
      nodes.push({ kind: 'branch', id: own, name, branches, otherwise })
      return own
    }
    case 'parallel': {
      nodes.push({ kind: 'join', id, name, next })
      const branches = block.ways.map((way) => draw(nodes, way, id))
      const own = `n${nodes.length}`
      nodes.push({ kind: 'split', id: own, name, branches, join: id })
      return own
    }
  }
}
