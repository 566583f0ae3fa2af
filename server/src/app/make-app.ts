import { randomUUIDv7 } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Pool, QueryConfig } from 'pg'
import { pino } from 'pino'
import { collectDefaultMetrics, Registry } from 'prom-client'
import { findActor, lookForActor } from '#modules/directory'
import type { Context } from '#platform/context'
import type { TenantDatabase } from '#platform/database/transaction'
import type { FileStore } from '#platform/files/file-store'
import { languageOf, makeHttpServer } from '#platform/http/http-server'
import type { LiveLine } from '#platform/live/keep-listening'
import { measuresOf } from '#platform/measure'
import { checkModules, listenersOf, type Module } from '#platform/module'
import type { SecretBox } from '#platform/secrets/secret-box'
import { MODULES } from './modules.ts'
import { readSessionCookie, writeSessionCookie } from './session-cookie.ts'

/** One district as the product serves it. */
export type District = {
  readonly db: TenantDatabase
  readonly files: FileStore
  readonly secrets: SecretBox
  readonly name: string
}

export type AppParts = {
  readonly pool: Pool
  readonly district: District
  readonly logLevel: 'silent' | 'warn' | 'info'
  readonly now: () => Temporal.Instant
  /** Reverse proxies in front, whose word on caller and protocol is believed. */
  readonly proxies?: readonly string[] | undefined
  /** All of them, unless a trial puts others in. */
  readonly modules?: readonly Module[]
  /** What `/metrics` tells beside the process's own figures. */
  readonly registry?: Registry
  /** The line on which changes are heard; without it screens ask by themselves. */
  readonly line?: LiveLine
}

const READY_TIMEOUT_MS = 2_000

/** Joins modules, database and HTTP. Refuses to start when a module is not in order. */
export function makeApp(parts: AppParts): FastifyInstance {
  const { pool, district, logLevel, now, proxies, line, modules = MODULES, registry = new Registry() } = parts
  const faults = checkModules(modules)
  if (faults.length > 0) throw new Error(faults.join('\n'))

  collectDefaultMetrics({ register: registry })
  const listeners = listenersOf(modules)
  const measures = measuresOf(modules)
  return makeHttpServer({
    modules,
    proxies,
    // Standard output is for what the command answers.
    logger: pino({ level: logLevel, redact: ['req.headers.cookie', 'req.headers.authorization'] }, pino.destination(2)),
    isReady: () =>
      pool.query({ text: 'select 1', query_timeout: READY_TIMEOUT_MS } as QueryConfig).then(
        () => true,
        () => false,
      ),
    metrics: () => registry.metrics(),
    live: line && {
      line,
      actorOf: async (request) => (await lookForActor(district.db, readSessionCookie(request), now())).actor,
    },
    contextOf: async (request, reply) => {
      const at = now()
      const session = readSessionCookie(request)
      return {
        db: district.db,
        files: district.files,
        secrets: district.secrets,
        actor: await findActor(district.db, session, at),
        now: at,
        newId: randomUUIDv7,
        requestId: request.id,
        language: languageOf(request),
        district: district.name,
        caller: {
          address: request.ip,
          device: deviceOf(request),
          session,
          setSession: (token) => writeSessionCookie(request, reply, token),
        },
        listeners,
        measures,
      } satisfies Context
    },
  })
}

function deviceOf(request: FastifyRequest): string {
  return (request.headers['user-agent'] ?? '').slice(0, 200)
}
