import { Stage } from '@shiji/kernel/rule-pack'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** By which rules people are judged here, in words and with their sources. */

const read = { permission: 'performance.read' } as const

export const RulesHead = z.object({
  id: z.string(),
  name: z.string(),
  /** Steps of a year it rules; empty for what is asked after the approval. */
  stages: z.array(Stage),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** Several packs of one place and time are told apart by this; null is the one taken unasked. */
  variant: z.string().nullable(),
})

export const RulesReply = RulesHead.extend({
  lines: z.array(
    z.object({
      topic: z.string(),
      text: z.string(),
      source: z.string(),
      /** A on a form · B in a public text · C known content, to be checked · D our own inference. */
      sureness: z.enum(['A', 'B', 'C', 'D']),
    }),
  ),
})

export const rules = {
  listRules: endpoint({
    method: 'GET',
    path: '/performance/rules',
    summary: '规则包: the packs by place and year, the country first',
    access: read,
    refuses: [],
  })
    .input(z.object({}))
    .output(z.array(RulesHead)),
  readRules: endpoint({
    method: 'GET',
    path: '/performance/rules/{id}',
    summary: 'A rule pack in words: every rule with its source and how surely it is known',
    access: read,
    refuses: ['not-found'],
  })
    .input(z.object({ id: z.string().max(100) }))
    .output(RulesReply),
}
