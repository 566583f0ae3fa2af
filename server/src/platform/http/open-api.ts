import type { OpenAPI } from '@orpc/contract'
import { OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { COMMON_REFUSALS } from '@shiji/contract/endpoint'
import { REFUSALS, type RefusalCode } from '@shiji/contract/refusals'
import type { Module, Route } from '../module.ts'

export type ApiDocument = OpenAPI.Document

const VERSION = '0.1.0'
/** A form's content is nested deeper than the converter goes by itself. */
const DEEPEST = 40

/** What the product offers over HTTP, as OpenAPI 3.1: every route of every module with its refusals. */
export async function describeApi(modules: readonly Module[]): Promise<ApiDocument> {
  const generator = new OpenAPIGenerator({
    schemaConverters: [new ZodToJsonSchemaConverter({ maxStructureDepth: DEEPEST })],
  })
  const router = Object.fromEntries(
    modules.map(({ name, routes }) => [
      name,
      Object.fromEntries(routes.map((route) => [route.name, route.procedure] as const)),
    ]),
  )
  const document = await generator.generate(router, {
    info: { title: '实绩 Shiji', version: VERSION, license: { name: 'Apache-2.0' } },
    servers: [{ url: '/api' }],
    components: { schemas: { Problem: PROBLEM } },
  })
  for (const route of modules.flatMap(({ routes }) => routes)) completeOperation(operationOf(document, route), route)
  return document
}

const PROBLEM: OpenAPI.SchemaObject = {
  type: 'object',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    parameters: { type: 'object' },
    requestId: { type: 'string' },
  },
  required: ['type', 'title', 'status', 'code', 'detail', 'parameters', 'requestId'],
  additionalProperties: false,
}

function operationOf({ paths }: ApiDocument, { procedure }: Route): OpenAPI.OperationObject {
  const { path = '/', method = 'POST' } = procedure['~orpc'].route
  const found = paths?.[path]?.[method.toLowerCase() as 'get']
  if (found === undefined) throw new Error(`${method} ${path} is not described`)
  return found
}

function completeOperation(operation: OpenAPI.OperationObject, { facts }: Route): void {
  operation.description = sayAccess(facts.access)
  const body = operation.requestBody
  if (body !== undefined && 'content' in body && body.content['multipart/form-data'] !== undefined) {
    // A file comes as a part of a form, never inside JSON.
    body.content = { 'multipart/form-data': body.content['multipart/form-data'] }
  }
  const codes = [...new Set<RefusalCode>([...facts.refuses, ...COMMON_REFUSALS, 'not-found'])]
  const byStatus = Map.groupBy(codes, (code) => REFUSALS[code].status)
  for (const [status, refused] of byStatus) {
    const schema = { allOf: [{ $ref: '#/components/schemas/Problem' }], properties: { code: { enum: refused } } }
    const response = {
      description: refused.map((code) => REFUSALS[code].en).join(' / '),
      content: { 'application/problem+json': { schema } },
    }
    operation.responses = { ...operation.responses, [status]: response }
  }
}

function sayAccess(access: Route['facts']['access']): string {
  switch (access) {
    case 'anybody':
      return 'Open to anybody.'
    case 'signed-in':
      return 'Needs a session.'
  }
  return `Needs the permission ${access.permission}.`
}
