import { checkDefinition } from '@shiji/kernel/flow/check-definition'
import { DEFINITION_WORDING } from '@shiji/kernel/flow/definition-wording'
import type { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { type Language, say } from '@shiji/kernel/wording'

const NODE_PARAMETERS = ['node', 'target', 'split']

/** What keeps a flow from being published, in sentences that name its nodes as the office does. */
export function sayProblems(definition: FlowDefinition, language: Language) {
  const names = new Map(definition.nodes.map(({ id, name }) => [id, name[language]]))
  return checkDefinition(definition).map(({ code, node, parameters }) => {
    const named = Object.entries(parameters).map(([key, value]) => {
      return [key, NODE_PARAMETERS.includes(key) ? (names.get(String(value)) ?? value) : value] as const
    })
    return { code, node, message: say(DEFINITION_WORDING[code], language, Object.fromEntries(named)) }
  })
}
