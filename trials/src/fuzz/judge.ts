import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import type { Operation } from './operations.ts'
import { type Answer, HANG_MS } from './send.ts'

/** Why an answer is not what the document promises; null when it is. */
export type Judge = (operation: Operation, answer: Answer) => string | null

const PROBLEM = 'application/problem+json'

export function makeJudge(document: object): Judge {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(document, 'api')
  const compiled = new Map<string, ValidateFunction>()

  function validate(pointer: string, value: unknown): string | null {
    const check = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` })
    compiled.set(pointer, check)
    return check(value) ? null : ajv.errorsText(check.errors)
  }

  return ({ path, method, responses }, answer) => {
    const { status, type, text, took } = answer
    if (took > HANG_MS) return `hangs: ${took} ms`
    if (status >= 500) return `failed: ${status} ${text.slice(0, 200)}`
    if (/\bat .*\.(ts|js|mjs):\d+/.test(text) && type !== 'application/octet-stream') return 'shows a stack'
    const found = responses[String(status)]
    if (found === undefined) return `undeclared status ${status} ${text.slice(0, 200)}`
    if (status >= 400 && type !== PROBLEM) return `${status} is no problem+json but ${type}`
    const key = Object.keys(found.content ?? {}).find((known) => known === type || known === '*/*')
    if (key === undefined) return `undeclared content ${type}`
    if (!type.endsWith('json') || key === '*/*') return null
    const place = ['paths', path, method.toLowerCase(), 'responses', String(status), 'content', key, 'schema']
    return validate(place.map((part) => `/${encodePointer(part)}`).join(''), parse(text))
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function encodePointer(part: string): string {
  return encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))
}
