import { randomUUID } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../context.ts'
import type { Announcement } from '../live/announce.ts'
import type { LiveLine, LiveNews } from '../live/keep-listening.ts'
import type { Module } from '../module.ts'
import { Refusal } from '../refusal.ts'

export type Live = {
  readonly line: LiveLine
  /** Who listens; looking leaves no trace in the session. */
  readonly actorOf: (request: FastifyRequest) => Promise<Actor>
}

type LiveParts = Live & {
  readonly modules: readonly Module[]
  readonly refuse: (error: unknown, request: FastifyRequest, reply: FastifyReply) => Promise<void>
}

type Person = Extract<Actor, { kind: 'person' }>

const HEARTBEAT_MS = 15_000
const MOST_OF_A_PERSON = 8
const MOST_OF_ALL = 2_000
const KEPT_EVENTS = 1_000
const BACK_IN_SECONDS = 15

/**
 * `GET /api/live`: server-sent events that say what has changed, so that a screen asks again. What it is is never
 * said here: the answer to the question carries the rights, this line only who may ask. After a broken line
 * `Last-Event-ID` is gone on from, and where that is not known any more `missed` says to ask everything again.
 */
export function serveLive(server: FastifyInstance, { line, actorOf, modules, refuse }: LiveParts): void {
  const topics = new Map(modules.flatMap(({ live = {} }) => Object.entries(live)))
  const streams = new Map<Stream, string>()
  const boot = randomUUID()
  const events: { readonly number: number; readonly what: Announcement }[] = []
  let number = 0

  const unsubscribe = line.subscribe((news: LiveNews) => {
    if (news.kind === 'missed') return tellAll((stream) => stream.write('event: missed\ndata: {}\n\n'))
    number += 1
    const event = { number, what: news.what }
    events.push(event)
    if (events.length > KEPT_EVENTS) events.shift()
    tellAll((stream) => stream.tell(event))
  })
  server.addHook('preClose', async () => {
    unsubscribe()
    for (const stream of streams.keys()) stream.end()
  })

  server.get('/api/live', async (request, reply) => {
    const actor = await actorOf(request)
    const problem = refusalOf(actor, streams)
    if (problem !== null || actor.kind !== 'person') return refuse(problem, request, reply)
    reply.hijack()
    reply.raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    })
    const stream = openStream(reply, actor)
    streams.set(stream, actor.personId)
    const beat = setInterval(() => void checkOn(stream, request), HEARTBEAT_MS)
    reply.raw.on('close', () => {
      clearInterval(beat)
      streams.delete(stream)
    })
    stream.write('retry: 2000\nevent: ready\ndata: {}\n\n')
    goOn(stream, request.headers['last-event-id']?.toString())
  })

  function openStream({ raw }: FastifyReply, actor: Person): Stream {
    const write = (text: string) => void raw.write(text)
    return {
      write,
      end: () => raw.end(),
      tell: ({ number: at, what }) => {
        if (!mayHear(actor, what, topics)) return
        write(
          `id: ${boot}.${at}\nevent: changed\ndata: ${JSON.stringify({ topic: what.topic, about: what.about })}\n\n`,
        )
      },
    }
  }

  /** A session that ended or lost its rights hears no more. */
  async function checkOn(stream: Stream, request: FastifyRequest): Promise<void> {
    const still = await actorOf(request).catch(() => null)
    if (still?.kind === 'nobody') stream.end()
    else stream.write(': beat\n\n')
  }

  function goOn(stream: Stream, last: string | undefined): void {
    if (last === undefined) return
    const [of, at] = last.split('.')
    const known = of === boot && number - Number(at) <= events.length
    if (known) for (const event of events.filter((one) => one.number > Number(at))) stream.tell(event)
    else stream.write('event: missed\ndata: {}\n\n')
  }

  function tellAll(say: (stream: Stream) => void): void {
    for (const stream of streams.keys()) say(stream)
  }
}

type Stream = {
  readonly write: (text: string) => void
  readonly tell: (event: { readonly number: number; readonly what: Announcement }) => void
  readonly end: () => void
}

function refusalOf(actor: Actor, streams: ReadonlyMap<Stream, string>): Refusal | null {
  if (actor.kind !== 'person') return new Refusal('not-signed-in', {})
  const own = [...streams.values()].filter((personId) => personId === actor.personId).length
  const isFull = own >= MOST_OF_A_PERSON || streams.size >= MOST_OF_ALL
  return isFull ? new Refusal('overloaded', { seconds: BACK_IN_SECONDS }) : null
}

/** A person hears what concerns the own unit or one below, and what is told to the person, with the right to see it. */
function mayHear(
  { personId, unitId, permissions }: Person,
  { topic, units, people }: Announcement,
  topics: ReadonlyMap<string, string | null>,
): boolean {
  const needed = topics.get(topic)
  if (needed === undefined || (needed !== null && !permissions.has(needed))) return false
  return people.includes(personId) || units.includes(unitId)
}
