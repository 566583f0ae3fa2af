/** As much of JSON Schema as the document of our API uses. */
export type Schema = {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly contentMediaType?: string
}

type Parameter = {
  readonly name: string
  readonly in: 'path' | 'query'
  readonly required?: boolean
  readonly schema: Schema
}

type Content = Readonly<Record<string, { readonly schema: Schema }>>

export type Operation = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly parameters: readonly Parameter[]
  readonly body: { readonly type: string; readonly schema: Schema } | null
  /** By status: what may come, by content type. */
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}

type Described = {
  readonly operationId?: string
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly content: Content }
  readonly responses?: Operation['responses']
}

/** Every operation an OpenAPI document describes. */
export function listOperations(document: { readonly paths?: object }): Operation[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item as Readonly<Record<string, Described>>).map(([method, described]): Operation => {
      const { operationId = path, parameters = [], requestBody, responses = {} } = described
      const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? []
      const body = type === undefined || content === undefined ? null : { type, schema: content.schema }
      return { id: operationId, method: method.toUpperCase(), path, parameters, body, responses }
    }),
  )
}
