import { UnitId } from '@shiji/contract/directory'
import { Severity } from '@shiji/kernel/severity/ticket-class'
import { TicketState } from '@shiji/kernel/ticket/ticket-state'
import { z } from 'zod'

/** What the address of the list says; whatever cannot be read is left out. */
export const TicketSearch = z.object({
  view: z.enum(['table', 'board']).optional().catch(undefined),
  state: z
    .enum([...TicketState.options, 'open', 'all'])
    .optional()
    .catch(undefined),
  severity: Severity.optional().catch(undefined),
  unitId: UnitId.optional().catch(undefined),
  service: z.string().max(40).optional().catch(undefined),
  whose: z.enum(['all', 'mine', 'nobody']).optional().catch(undefined),
  search: z.string().max(50).optional().catch(undefined),
})
export type TicketSearch = z.infer<typeof TicketSearch>
