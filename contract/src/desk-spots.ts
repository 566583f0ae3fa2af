import { Scope } from '@shiji/kernel/severity/ticket-class'
import { z } from 'zod'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'

/** Rooms, places and devices with a QR code: whoever scans it reports a fault without an account and without scripts. */

export const SpotId = z.uuid().brand<'SpotId'>()
export type SpotId = z.infer<typeof SpotId>

const SpotName = z.string().trim().min(1).max(100)

const Spot = z.object({
  id: SpotId,
  unit: z.object({ id: UnitId, name: z.string() }),
  name: z.string(),
  /** What the code says after the address of the server: `/q/…`. */
  path: z.string(),
  /** Closed, its page takes no report. */
  isOpen: z.boolean(),
  reports: z.int(),
})

const manage = { permission: 'desk.manage-spots' } as const
const code = z.string().max(100)
const line = (most: number) => z.string().trim().max(most).default('')

export const deskSpots = {
  listSpots: endpoint({
    method: 'GET',
    path: '/desk/spots',
    summary: 'Places with a code, of units whose calls I may log',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ unitId: UnitId.optional() }))
    .output(z.array(Spot)),
  addSpots: endpoint({
    method: 'POST',
    path: '/desk/spots',
    summary: 'Give places of a unit a code each; a name that is there already keeps its code',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ unitId: UnitId, names: z.array(SpotName).min(1).max(200) }))
    .output(z.array(Spot)),
  changeSpot: endpoint({
    method: 'PUT',
    path: '/desk/spots/{id}',
    summary: 'Close the page of a place, or open it again',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ id: SpotId, isOpen: z.boolean() }))
    .output(Spot),
  renewSpot: endpoint({
    method: 'POST',
    path: '/desk/spots/{id}/codes',
    summary: 'Give a place a new code; the old one leads nowhere from then on',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ id: SpotId }))
    .output(Spot),
}

export const deskReports = {
  showReportForm: endpoint({
    method: 'GET',
    path: '/q/{code}',
    summary: 'The page behind the code of a place: what is broken?',
    access: 'anybody',
    refuses: ['slow-down'],
  })
    .input(z.object({ code }))
    .output(z.file()),
  reportFault: endpoint({
    method: 'POST',
    path: '/q/{code}',
    summary: 'Report a fault; the same page sent again is the same report',
    access: 'anybody',
    refuses: ['slow-down', 'service-not-offered'],
  })
    .input(
      z.object({
        code,
        /** Made with the page: the secret of the report's own status page. */
        secret: z.string().regex(/^[\w-]{20,60}$/),
        service: z.string().min(1).max(40),
        scope: Scope.default('one'),
        what: line(200),
        name: line(40),
        contact: line(40),
        /** A field people do not see; only machines fill it in. */
        website: z.string().max(200).default(''),
      }),
    )
    .output(z.file()),
  showReport: endpoint({
    method: 'GET',
    path: '/q/s/{secret}',
    summary: 'How a report stands, for whoever has its link',
    access: 'anybody',
    refuses: ['slow-down'],
  })
    .input(z.object({ secret: code }))
    .output(z.file()),
}
