import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** Whether figures of promises are told at /metrics, where whoever reaches the server reads them. */

const manage = { permission: 'watch.tell' } as const
const Setting = z.object({ isOpen: z.boolean() })

export const watchFiguresOut = {
  readFiguresOut: endpoint({
    method: 'GET',
    path: '/watch/figures-out',
    summary: 'Whether figures of promises are told at /metrics',
    access: manage,
    refuses: [],
  }).output(Setting),
  keepFiguresOut: endpoint({
    method: 'PUT',
    path: '/watch/figures-out',
    summary: 'Let figures of promises be read at /metrics, or not',
    access: manage,
    refuses: [],
  })
    .input(Setting)
    .output(z.object({})),
}
