import type { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { layOutFlow } from '@shiji/kernel/flow/lay-out-flow'
import { CaseDrawing } from '#desk/flow/case-drawing.tsx'
import { useLanguage } from '#desk/words/use-words.ts'

/** The flow drawn as it would be walked; the list of steps beside it says the same. */
export function FlowDrawing({ definition }: { readonly definition: FlowDefinition }) {
  const language = useLanguage()
  const nodes = new Map(definition.nodes.map((node) => [node.id, node]))
  const { places, lines } = layOutFlow({ nodes })
  const drawn = [...places].map(([id, place]) => {
    const { name, kind } = nodes.get(id) ?? { name: { zh: id, en: id }, kind: 'end' }
    return { id, name: name[language], kind, state: 'future' as const, people: [], ...place }
  })
  if (drawn.length === 0) return null
  return <CaseDrawing seen={{ nodes: drawn, lines: lines.map((line) => ({ ...line, walked: false })) }} />
}
