import { z } from 'zod'
import { TicketId } from './desk.ts'
import { endpoint } from './endpoint.ts'

/** Services that went out, and the incidents they became. */

const instant = z.iso.datetime()

export const watchAlarms = {
  listAlarms: endpoint({
    method: 'GET',
    path: '/watch/alarms',
    summary: 'Services that are out, and the outages of late with their incidents; open ones first',
    access: { permission: 'watch.read' },
    refuses: [],
  }).output(
    z.array(
      z.object({
        id: z.uuid(),
        service: z.string(),
        unit: z.string(),
        beganAt: instant,
        /** Null while nobody has seen the service up again. */
        overAt: instant.nullable(),
        ticketId: TicketId,
        /** The monitor that said so; null for own probes. */
        source: z.string().nullable(),
        /** How many alarms of that monitor are in it. */
        signals: z.number().int(),
      }),
    ),
  ),
}
