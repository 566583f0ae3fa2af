import { FlowDefinition, FlowNode } from '@shiji/kernel/flow/flow-definition'
import { fail, ok, type Result } from '@shiji/kernel/result'
import type { Wording } from '@shiji/kernel/wording'
import type { ModdleElement } from 'bpmn-moddle'
import { type Drawn, detailsOf, FlowFacts, type Line, makeModdle } from './bpmn-details.ts'

/** Why a file is no flow. */
export const BPMN_PROBLEMS = {
  entities: {
    zh: '文件带有 DOCTYPE 或实体声明，按规定不读',
    en: 'it declares a DOCTYPE or entities, which are never read',
  },
  'not-bpmn': { zh: '不是完整的 BPMN 2.0 XML', en: 'it is no complete BPMN 2.0 XML' },
  'process-not-one': { zh: '应当恰好有一个流程（process）', en: 'it should hold exactly one process' },
  'element-unknown': {
    zh: '“{name}”是 {type}，这里只认开始、人工任务、发送任务、排他和并行网关、结束',
    en: '"{name}" is a {type}; only start, user and send tasks, exclusive and parallel gateways and ends are known',
  },
  'too-many': { zh: '节点超过 100 个', en: 'it has more than 100 nodes' },
  'shape-unfit': { zh: '节点“{name}”的内容读不懂', en: 'what is said of "{name}" cannot be read' },
} as const satisfies Readonly<Record<string, Wording>>

type BpmnProblem = {
  readonly code: keyof typeof BPMN_PROBLEMS
  readonly parameters: Readonly<Record<string, string>>
}

const MOST_NODES = 100
const MOST_LINES = 500
/** Beside the nodes and lines of a process: notes and lanes, which say nothing of the way. */
const IGNORED = ['bpmn:TextAnnotation', 'bpmn:Association', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']

type Known = Pick<FlowDefinition, 'key' | 'version' | 'fields' | 'urgeEveryHours'> & { readonly name: Wording }

/** A hostile file is refused before it is parsed; a foreign one becomes a draft whose gaps the check names. */
export async function readBpmn(xml: string, known: Known): Promise<Result<FlowDefinition, BpmnProblem>> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) return problem('entities')
  const root = await parse(xml)
  if (root === null) return problem('not-bpmn')
  const processes = ((root.rootElements ?? []) as ModdleElement[]).filter(({ $type }) => $type === 'bpmn:Process')
  const [process] = processes
  if (process === undefined || processes.length !== 1) return problem('process-not-one')
  const elements = ((process.flowElements ?? []) as ModdleElement[]).filter(({ $type }) => !IGNORED.includes($type))
  const lines = elements.filter(({ $type }) => $type === 'bpmn:SequenceFlow')
  const drawn = elements.filter(({ $type }) => $type !== 'bpmn:SequenceFlow')
  if (drawn.length > MOST_NODES || lines.length > MOST_LINES) return problem('too-many')

  const ids = idsOf(drawn)
  const nodes: FlowNode[] = []
  for (const element of drawn) {
    const node = nodeOf(element, { ids, lines })
    if (!node.ok) return node
    nodes.push(node.value)
  }
  const said = FlowFacts.safeParse(detailsOf(process))
  const facts = said.success ? said.data : { ...known, en: process.name ?? known.name.en }
  const { fields, urgeEveryHours } = facts
  const name = { zh: process.name || known.name.zh, en: facts.en }
  const made = FlowDefinition.safeParse({ ...known, name, fields, urgeEveryHours, nodes })
  return made.success ? ok(made.data) : problem('shape-unfit', { name: name.zh })
}

function problem(code: BpmnProblem['code'], parameters: BpmnProblem['parameters'] = {}): Result<never, BpmnProblem> {
  return fail({ code, parameters })
}

async function parse(xml: string): Promise<ModdleElement | null> {
  try {
    const { rootElement } = await makeModdle().fromXML(xml)
    return rootElement.$type === 'bpmn:Definitions' ? rootElement : null
  } catch {
    return null
  }
}

/** Ids of other tools (`Activity_0x1`) in the letters a flow knows, each once. */
function idsOf(drawn: readonly ModdleElement[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    drawn.map(({ id = '' }) => {
      const plain = id.toLowerCase().replaceAll(/[^a-z0-9-]+/g, '-')
      const base = (/^[a-z]/.test(plain) ? plain : `n-${plain}`).slice(0, 36)
      let own = base
      for (let again = 2; taken.has(own); again += 1) own = `${base}-${again}`
      taken.add(own)
      return [id, own]
    }),
  )
}

type Around = { readonly ids: ReadonlyMap<string, string>; readonly lines: readonly ModdleElement[] }

function nodeOf(element: ModdleElement, { ids, lines }: Around): Result<FlowNode, BpmnProblem> {
  const out = lines
    .filter(({ sourceRef }) => (sourceRef as ModdleElement | undefined)?.id === element.id)
    .map((line): Line => {
      const target = (line.targetRef as ModdleElement | undefined)?.id ?? ''
      return { id: line.id ?? '', to: ids.get(target) ?? 'nowhere', name: line.name ?? '', element: line }
    })
  const id = ids.get(element.id ?? '') ?? ''
  const drawn = { id, name: element.name || id, to: out }
  const shape = shapeOf(element, drawn)
  if (shape === null) return problem('element-unknown', { name: drawn.name, type: element.$type })
  const details = detailsOf(element)
  const en = typeof details?.en === 'string' && details.en !== '' ? details.en : drawn.name
  const node = FlowNode.safeParse({ ...shape, id, name: { zh: drawn.name, en } })
  return node.success ? ok(node.data) : problem('shape-unfit', { name: drawn.name })
}

/** The kind by the element, what it is about by its details, where it leads by its lines. */
function shapeOf(element: ModdleElement, { to }: Drawn): object | null {
  const next = to[0]?.to ?? 'nowhere'
  const { kind: _, en: __, ...own } = detailsOf(element) ?? {}
  switch (element.$type) {
    case 'bpmn:StartEvent':
      return { kind: 'start', next }
    case 'bpmn:EndEvent':
      return { kind: 'end' }
    case 'bpmn:UserTask':
    case 'bpmn:ManualTask':
    case 'bpmn:Task':
      return { kind: 'approve', ...UNDECIDED, ...own, next }
    case 'bpmn:SendTask':
      return { kind: 'copy', people: NOBODY, ...own, next }
    case 'bpmn:ParallelGateway':
      if (to.length <= 1) return { kind: 'join', next }
      return { kind: 'split', join: null, ...own, branches: to.map((line) => line.to) }
    case 'bpmn:ExclusiveGateway':
      return branchOf(element, to)
    default:
      return null
  }
}

const NOBODY = { kind: 'named', people: [] }
/** A task of another tool: nobody is asked yet, which the check says. */
const UNDECIDED = {
  people: NOBODY,
  mode: { kind: 'any' },
  fallback: null,
  returns: { kind: 'walked' },
  mayReject: false,
  selfApproval: 'forbid',
  repeatedApprover: 'ask',
  deadline: null,
}

function branchOf(element: ModdleElement, to: readonly Line[]): object {
  const usual = (element.default as ModdleElement | undefined)?.id
  const otherwise = to.find(({ id }) => id === usual)?.to ?? null
  const branches = to
    .filter(({ id }) => id !== usual)
    .map(({ name, to: next, element: line }, at) => {
      const details = detailsOf(line)
      const zh = name || `${at + 1}`
      const en = typeof details?.en === 'string' && details.en !== '' ? details.en : zh
      return { name: { zh, en }, when: details?.when ?? [unread(line)], next }
    })
  return { kind: 'branch', branches, otherwise }
}

/** A condition in another language is kept as a question about a field nobody defined, which the check points at. */
function unread({ conditionExpression }: ModdleElement): object {
  const { body } = (conditionExpression ?? {}) as { body?: unknown }
  return { field: 'condition', operator: 'eq', value: typeof body === 'string' ? body.slice(0, 200) : '' }
}
