import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { AllowedAddress } from './inbox.ts'
import { ProbeId, ProbeTarget } from './watch.ts'
import { VantageId } from './watch-places.ts'

/** Places outside this server that look for it: who they are, what they are to look at, and what they found. */

const instant = z.iso.datetime()
/** The word of a place; only its hash is kept. */
const word = z.string().min(1).max(100)
/** What a place's clock lacks to the server's; a clock further off than this is as good as none. */
const clockMs = z.number().int().min(-2_000_000_000).max(2_000_000_000).nullable()

/** As much as one message brings. */
export const MOST_ANSWERS = 5_000
const MESSAGE_BYTES = 4_000_000

/** One answer as a place found it, in whole seconds of the server's clock; `problem` as a code with parameters. */
const Answer = z.object({
  probeId: ProbeId,
  at: z.number().int().min(0).max(32_503_680_000),
  isUp: z.boolean(),
  holds: z.number().int().min(1).max(3600),
  tookMs: z.number().int().min(0).max(3_600_000),
  problem: z.string().max(2_000),
  certificateUntil: instant.nullable(),
})

/** What a place is to look at. No password travels: what needs one this server looks at itself. */
export const VantageWork = z.object({
  name: z.string(),
  now: instant,
  allowed: z.array(AllowedAddress),
  probes: z.array(
    z.object({
      id: ProbeId,
      target: ProbeTarget,
      timeoutMs: z.number().int(),
      everySeconds: z.number().int(),
      retries: z.number().int(),
      retrySeconds: z.number().int(),
      parentId: ProbeId.nullable(),
    }),
  ),
})

const manage = { permission: 'watch.manage' } as const

export const watchVantages = {
  listVantages: endpoint({
    method: 'GET',
    path: '/watch/vantages',
    summary: 'Places outside this server that look for it, and when each was last heard of',
    access: { permission: 'watch.read' },
    refuses: [],
  }).output(
    z.array(
      z.object({
        id: VantageId,
        name: z.string(),
        unit: z.string(),
        isOn: z.boolean(),
        heardAt: instant.nullable(),
        clockMs,
        probes: z.number().int(),
      }),
    ),
  ),
  addVantage: endpoint({
    method: 'POST',
    path: '/watch/vantages',
    summary: 'Let a place look for this server; its word is answered once and never again',
    access: manage,
    refuses: ['vantage-name-taken'],
  })
    .input(z.object({ name: z.string().trim().min(1).max(60) }))
    .output(z.object({ id: VantageId, word: z.string() })),
  renewVantage: endpoint({
    method: 'POST',
    path: '/watch/vantages/{id}/word',
    summary: 'A new word for a place; the one before is worth nothing from now on',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ id: VantageId }))
    .output(z.object({ word: z.string() })),
  switchVantage: endpoint({
    method: 'PUT',
    path: '/watch/vantages/{id}',
    summary: 'Hear a place, or no longer',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ id: VantageId, isOn: z.boolean() }))
    .output(z.object({})),
  giveWork: endpoint({
    method: 'POST',
    path: '/watch/vantages/work',
    summary: 'A place asks what it is to look at',
    access: 'anybody',
    refuses: ['not-found'],
  })
    .input(z.object({ word, clockMs }))
    .output(VantageWork),
  takeAnswers: endpoint({
    method: 'POST',
    path: '/watch/vantages/answers',
    summary: 'A place brings what it found; brought twice it changes nothing',
    access: 'anybody',
    refuses: ['not-found', 'vantage-answers-unreadable'],
    bodyLimit: MESSAGE_BYTES,
  })
    .input(z.object({ word, answers: z.array(Answer).max(MOST_ANSWERS) }))
    .output(z.object({ taken: z.number().int() })),
}
