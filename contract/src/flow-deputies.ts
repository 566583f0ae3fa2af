import { z } from 'zod'
import { PersonId } from './directory.ts'
import { endpoint } from './endpoint.ts'

/** 代理: who signs for whom, when, and in which flows. */

export const DeputyId = z.uuid().brand<'DeputyId'>()
export type DeputyId = z.infer<typeof DeputyId>

const instant = z.iso.datetime()

export const DeputyRow = z.object({
  id: DeputyId,
  principal: z.string(),
  deputy: z.string(),
  beginsAt: instant,
  endsAt: instant,
  /** Names of flows; none means all of them. */
  flows: z.array(z.string()),
  reason: z.string(),
  state: z.enum(['to-come', 'now', 'over']),
})

export const flowDeputies = {
  listDeputies: endpoint({
    method: 'GET',
    path: '/deputies',
    summary: 'Who signs for me, for whom I sign, and the flows it can be limited to',
    access: 'signed-in',
    refuses: [],
  }).output(
    z.object({
      given: z.array(DeputyRow),
      held: z.array(DeputyRow),
      flows: z.array(z.object({ key: z.string(), name: z.string() })),
    }),
  ),
  setDeputy: endpoint({
    method: 'POST',
    path: '/deputies',
    summary: 'Let somebody sign for me for a time',
    access: 'signed-in',
    refuses: ['not-found', 'deputy-self', 'deputy-window'],
  })
    .input(
      z.object({
        deputy: PersonId,
        beginsAt: instant,
        endsAt: instant,
        flows: z.array(z.string().max(60)).max(50).default([]),
        reason: z.string().trim().max(200).default(''),
      }),
    )
    .output(z.object({ id: DeputyId })),
  endDeputy: endpoint({
    method: 'POST',
    path: '/deputies/{id}/endings',
    summary: 'End it now; what was signed stays signed',
    access: 'signed-in',
    refuses: ['not-found'],
  })
    .input(z.object({ id: DeputyId }))
    .output(z.object({})),
}
