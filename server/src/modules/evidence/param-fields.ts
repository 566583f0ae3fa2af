import type { ParamField } from '@shiji/contract/evidence'
import { type Language, say } from '@shiji/kernel/wording'
import { z } from 'zod'
import type { Measure } from '#platform/measure'

type Field = z.input<typeof ParamField>

const Property = z.object({ type: z.string().optional(), enum: z.array(z.string()).optional() })
const Described = z.object({
  properties: z.record(z.string(), Property).default({}),
  required: z.array(z.string()).default([]),
})

/** What a form asks for: read off the schema of the params, so that neither can differ from the other. */
export function fieldsOf({ params, paramWords = {} }: Pick<Measure, 'params' | 'paramWords'>, language: Language) {
  const { properties, required } = Described.parse(z.toJSONSchema(params, { io: 'input' }))
  return Object.entries(properties).map(([key, property]): Field => {
    const words = paramWords[key]
    const values = property.enum ?? Object.keys(words?.choices ?? {})
    return {
      key,
      name: words === undefined ? key : say(words.name, language),
      required: required.includes(key),
      kind: values.length > 0 ? 'choice' : kindOf(property.type),
      choices: values.map((value) => {
        const choice = words?.choices?.[value]
        return { value, name: choice === undefined ? value : say(choice, language) }
      }),
    }
  })
}

function kindOf(type: string | undefined): Field['kind'] {
  if (type === 'boolean') return 'flag'
  return type === 'number' || type === 'integer' ? 'number' : 'text'
}
