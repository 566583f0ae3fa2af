import { useWords } from '#desk/words/use-words.ts'
import type { CaseSeen } from './case-view.ts'
import './flow.css'

const WORDS = {
  show: { zh: '看流程图', en: 'Show the drawing' },
  drawing: { zh: '流程图，内容与上面的列表相同', en: 'The flow drawn; the list above says the same' },
} as const

const BOX = { width: 132, height: 40 }
const GAP = { across: 16, down: 28 }
const LONGEST_NAME = 9

type Node = CaseSeen['nodes'][number]

/** Where the case stands, drawn. Its twin in words is the list of the way above it. */
export function CaseDrawing({ seen: { nodes, lines } }: { readonly seen: Pick<CaseSeen, 'nodes' | 'lines'> }) {
  const say = useWords(WORDS)
  const columns = Math.max(...nodes.map(({ column }) => column)) + 1
  const layers = Math.max(...nodes.map(({ layer }) => layer)) + 1
  const width = columns * (BOX.width + GAP.across) + GAP.across
  const height = layers * (BOX.height + GAP.down)
  const centreOf = ({ layer, column }: Node) => {
    const beside = nodes.filter((node) => node.layer === layer).length
    const left = (width - beside * (BOX.width + GAP.across) + GAP.across) / 2
    return {
      x: left + column * (BOX.width + GAP.across) + BOX.width / 2,
      y: layer * (BOX.height + GAP.down) + BOX.height / 2 + 2,
    }
  }
  const byId = new Map(nodes.map((node) => [node.id, centreOf(node)]))
  return (
    <details className="case-drawing">
      <summary>{say('show')}</summary>
      <svg viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={say('drawing')}>
        {lines.map(({ from, to, walked }) => (
          <Line key={`${from} ${to}`} from={byId.get(from)} to={byId.get(to)} walked={walked} />
        ))}
        {nodes.map((node) => (
          <Box key={node.id} node={node} at={centreOf(node)} />
        ))}
      </svg>
    </details>
  )
}

type Point = { readonly x: number; readonly y: number }
type LineProps = { readonly from: Point | undefined; readonly to: Point | undefined; readonly walked: boolean }

function Line({ from, to, walked }: LineProps) {
  if (from === undefined || to === undefined) return null
  const [begin, end] = [from.y + BOX.height / 2, to.y - BOX.height / 2]
  const bend = begin + GAP.down / 2
  return (
    <path className="drawn-line" data-walked={walked} d={`M${from.x} ${begin}V${bend}H${to.x}V${end}m-4 -6l4 6l4 -6`} />
  )
}

function Box({ node: { name, state, people }, at }: { readonly node: Node; readonly at: Point }) {
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1)}…` : name
  return (
    <g className="drawn-node" data-state={state}>
      <title>{[name, ...people].join(' ')}</title>
      <rect x={at.x - BOX.width / 2} y={at.y - BOX.height / 2} width={BOX.width} height={BOX.height} rx="6" />
      <text x={at.x} y={at.y + 5} textAnchor="middle">
        {short}
      </text>
    </g>
  )
}
