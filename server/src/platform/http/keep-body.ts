import type { FastifyRequest } from 'fastify'
import type { Sent } from '../context.ts'
import { refuse } from '../refusal.ts'

/**
 * Reads a body before the contract does and keeps it as it came: whoever signed it signed these bytes. One that is no
 * JSON is left to the contract. Its length is stated and within its limit by now.
 */
export async function keepBody(request: FastifyRequest): Promise<Sent | undefined> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return undefined
  const chunks: Buffer[] = []
  for await (const chunk of request.raw) chunks.push(chunk)
  const body = Buffer.concat(chunks)
  request.body = parse(body)
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value ?? '')])
  return { body, headers: Object.fromEntries(headers) }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return refuse('input-invalid', { problem: 'Content-Type ≠ body' })
  }
}
