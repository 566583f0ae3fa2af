import { Agent, request } from 'node:http'
import type { MadeRequest } from './make-request.ts'

export type Answer = { readonly status: number; readonly type: string; readonly text: string; readonly took: number }
export type Failure = { readonly failed: string; readonly took: number }

export const HANG_MS = 5_000

/** Sends over a real line, exactly as made. A server that cuts the line without a word has failed. */
export function makeSender(port: number): {
  readonly send: (made: MadeRequest, cookie: string | null) => Promise<Answer | Failure>
  readonly close: () => void
} {
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  return {
    close: () => agent.destroy(),
    send: ({ method, url, headers, body }, cookie) =>
      new Promise((resolve) => {
        const begun = performance.now()
        const took = () => Math.round(performance.now() - begun)
        const length = body === null ? {} : { 'content-length': String(body.length) }
        const all = { ...headers, ...length, ...(cookie === null ? {} : { cookie }) }
        const sent = request({ host: '127.0.0.1', port, method, path: url, headers: all, agent }, (reply) => {
          const chunks: Buffer[] = []
          reply.on('data', (chunk: Buffer) => chunks.push(chunk))
          reply.on('error', (error) => resolve({ failed: error.message, took: took() }))
          reply.on('end', () => {
            const type = reply.headers['content-type']?.split(';')[0]?.trim() ?? ''
            resolve({ status: reply.statusCode ?? 0, type, text: Buffer.concat(chunks).toString(), took: took() })
          })
        })
        sent.setTimeout(HANG_MS * 2, () => sent.destroy(new Error('no answer')))
        sent.on('error', (error) => resolve({ failed: error.message, took: took() }))
        sent.end(body ?? undefined)
      }),
  }
}
