import { z } from 'zod'
import { Stage } from '../rule-pack.ts'
import { FlowDefinition } from './flow-definition.ts'

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** What goes through desks: the stages of a form, and 变更 of the service desk. */
export const FlowStage = z.enum([...Stage.options, 'change'])
export type FlowStage = z.infer<typeof FlowStage>

/** The review chain of a place as it comes with the product; an office may publish its own version over it. */
export const FlowPack = z.strictObject({
  id: z.string().regex(/^[A-Z0-9-]+$/),
  place: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
  stages: z.array(FlowStage).min(1),
  validFrom: day,
  validTo: day.nullable(),
  /** Of the desks and their order. */
  source: z.strictObject({ text: z.string().min(1), sureness: z.enum(['A', 'B', 'C', 'D']) }),
  flow: FlowDefinition,
})

export type FlowPack = z.infer<typeof FlowPack>

/** The flow of a place, stage and day; a place without its own takes that of the place it lies in. */
export function findFlowPack(
  packs: readonly FlowPack[],
  { place, stage, day: on }: { place: string; stage: FlowStage; day: string },
): FlowPack | null {
  const valid = packs.filter(
    ({ stages, validFrom, validTo }) =>
      stages.includes(stage) && validFrom <= on && (validTo === null || on <= validTo),
  )
  for (let at = place; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('-')))) {
    const here = valid.filter((pack) => pack.place === at).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    if (here[0] !== undefined) return here[0]
  }
  return null
}
