import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** How the services of a unit stand, for people without an account: by a link, and without scripts. */

const title = z.string().trim().min(1).max(60)
const Page = z.object({
  /** After the address of the server: `/q/status/…`; null until a page was opened once. */
  path: z.string().nullable(),
  title: z.string(),
  isOpen: z.boolean(),
})

export const watchPage = {
  readStatusPage: endpoint({
    method: 'GET',
    path: '/watch/status-page',
    summary: "The status page of one's own unit",
    access: { permission: 'watch.read' },
    refuses: [],
  }).output(Page),
  keepStatusPage: endpoint({
    method: 'PUT',
    path: '/watch/status-page',
    summary: "Open the status page of one's own unit, close it, or name it; `renew` gives it another address",
    access: { permission: 'watch.manage' },
    refuses: [],
  })
    .input(z.object({ title, isOpen: z.boolean(), renew: z.boolean() }))
    .output(Page),
  showStatus: endpoint({
    method: 'GET',
    path: '/q/status/{code}',
    summary: 'The status page itself',
    access: 'anybody',
    refuses: ['slow-down'],
  })
    .input(z.object({ code: z.string().max(100) }))
    .output(z.file()),
}
