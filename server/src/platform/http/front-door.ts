import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { ConnectionError, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../refusal.ts'
import { type Problem, problemHeaders, problemOf } from './problem.ts'

/** What is no HTTP at all: half a request line, headers without end. Answered on the bare line, which is then cut. */
export function refuseConnection(error: ConnectionError, socket: Socket): void {
  if (error.code !== 'ECONNRESET' && socket.writable) {
    const problem = malformed({ requestId: randomUUID(), language: 'zh' })
    const body = JSON.stringify(problem)
    const headers = { ...problemHeaders(problem), 'content-length': Buffer.byteLength(body), connection: 'close' }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
    socket.write(`HTTP/1.1 ${problem.status} Bad Request\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
  }
  socket.destroy()
}

/** An address that cannot be decoded; it never comes to a route. */
export function refuseAddress(_error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = malformed({ requestId: request.id, language: 'zh' })
  void reply.status(problem.status).headers(problemHeaders(problem)).send(JSON.stringify(problem))
}

/** What a request says of its body that nobody can read. Everything else that is thrown out here is a bug. */
export function refusalOfDoor(error: unknown): unknown {
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown }
  if (statusCode === 415) return new Refusal('media-type-unknown', {})
  return String(code).startsWith('FST_ERR_CTP') ? new Refusal('request-malformed', {}) : error
}

function malformed(asked: Parameters<typeof problemOf>[1]): Problem {
  return problemOf(new Refusal('request-malformed', {}), asked)
}
