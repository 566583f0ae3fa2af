import { z } from 'zod'
import { TicketId } from './desk.ts'
import { endpoint } from './endpoint.ts'

/** Pages of the desk for people without an account; they work with scripts off. */

const code = z.string().max(100)

export const deskPublic = {
  askSatisfaction: endpoint({
    method: 'POST',
    path: '/desk/tickets/{id}/satisfaction-links',
    summary: 'Make the link by which the caller says how satisfied they are; a new link takes the place of the old one',
    access: { permission: 'desk.work' },
    refuses: ['not-found', 'not-settled', 'staff-not-asked', 'answered-already'],
  })
    .input(z.object({ id: TicketId }))
    .output(z.object({ path: z.string() })),
  showQuestion: endpoint({
    method: 'GET',
    path: '/desk/satisfaction/{code}',
    summary: 'The question as a page, without an answer chosen beforehand',
    access: 'anybody',
    refuses: ['slow-down'],
  })
    .input(z.object({ code }))
    .output(z.file()),
  answerQuestion: endpoint({
    method: 'POST',
    path: '/desk/satisfaction/{code}',
    summary: 'Answer the question, once',
    access: 'anybody',
    refuses: ['slow-down'],
  })
    .input(
      z.object({
        code,
        score: z.coerce.number().int().min(1).max(5),
        note: z.string().trim().max(500).default(''),
      }),
    )
    .output(z.file()),
}
