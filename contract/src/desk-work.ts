import { PAD_HEIGHT, PAD_WIDTH } from '@shiji/kernel/work-order/strokes'
import { WorkPart, WorkSpan, WorkStep } from '@shiji/kernel/work-order/work-schema'
import { z } from 'zod'
import { DeviceTime, TicketId } from './desk.ts'
import { endpoint } from './endpoint.ts'

/** 工作单 of a ticket: steps, parts, time spent, and the signature of who received the work. */

export const WorkOrderId = z.uuid().brand<'WorkOrderId'>()
export type WorkOrderId = z.infer<typeof WorkOrderId>
const instant = z.iso.datetime()

/** A signature as it was drawn: strokes of points on its field; none when the name was only said. */
export const Strokes = z
  .array(
    z
      .array(z.tuple([z.int().min(0).max(PAD_WIDTH), z.int().min(0).max(PAD_HEIGHT)]))
      .min(2)
      .max(2_000),
  )
  .max(100)

export const WorkOrder = z.object({
  id: WorkOrderId,
  number: z.int(),
  what: z.string(),
  version: z.int(),
  openedBy: z.string(),
  openedAt: instant,
  steps: z.array(WorkStep),
  parts: z.array(WorkPart),
  spans: z.array(WorkSpan.extend({ name: z.string() })),
  /** Of all people together. */
  minutes: z.int(),
  signature: z.object({ signer: z.string(), strokes: Strokes, at: instant, takenBy: z.string() }).nullable(),
  mayRecord: z.boolean(),
})

const work = { permission: 'desk.work' } as const

export const deskWork = {
  listWork: endpoint({
    method: 'GET',
    path: '/desk/tickets/{id}/work-orders',
    summary: 'The work orders of a ticket',
    access: { permission: 'desk.read' },
    refuses: ['not-found'],
  })
    .input(z.object({ id: TicketId }))
    .output(z.array(WorkOrder)),
  openWork: endpoint({
    method: 'POST',
    path: '/desk/tickets/{id}/work-orders',
    summary: 'Open a work order on a ticket, with its steps',
    access: work,
    refuses: ['not-found', 'work-refused'],
  })
    .input(
      z.object({
        id: TicketId,
        what: z.string().trim().min(1).max(200),
        steps: z.array(WorkStep.shape.what).max(50),
      }),
    )
    .output(WorkOrder),
  recordWork: endpoint({
    method: 'PUT',
    path: '/desk/work-orders/{id}',
    summary: 'Say what was done, what was used and how long it took; until it is signed for',
    access: work,
    refuses: ['not-found', 'changed-meanwhile', 'work-refused', 'work-signed', 'stock-lacking'],
  })
    .input(
      z.object({
        id: WorkOrderId,
        version: z.int(),
        steps: z.array(WorkStep).max(50),
        parts: z.array(WorkPart).max(50),
        spans: z.array(WorkSpan).max(50),
      }),
    )
    .output(WorkOrder),
  signWork: endpoint({
    method: 'POST',
    path: '/desk/work-orders/{id}/signature',
    summary: 'Take the signature of who received the work; nothing changes any more',
    access: work,
    refuses: ['not-found', 'changed-meanwhile', 'work-refused', 'work-signed'],
  })
    .input(
      z.object({
        id: WorkOrderId,
        version: z.int(),
        signer: z.string().trim().min(1).max(100),
        strokes: Strokes,
        /** When it was signed by the clock of the device, where it was sent later; now without it. */
        time: DeviceTime.optional(),
      }),
    )
    .output(WorkOrder),
}
