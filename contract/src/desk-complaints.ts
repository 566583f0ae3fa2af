import { z } from 'zod'
import { TicketId } from './desk.ts'
import { UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'

/** The register of complaints; the cause is confirmed by a second person, and only what the service caused counts. */

export const ComplaintId = z.uuid().brand<'ComplaintId'>()
export type ComplaintId = z.infer<typeof ComplaintId>
const instant = z.iso.datetime()

/** 服务质量或处理不当 · 其他原因 · 不成立. */
export const Verdict = z.enum(['service', 'other', 'unfounded'])

export const Complaint = z.object({
  id: ComplaintId,
  unit: z.object({ id: UnitId, name: z.string() }),
  ticket: z.object({ id: TicketId, number: z.string() }).nullable(),
  who: z.string(),
  what: z.string(),
  receivedAt: instant,
  recordedBy: z.string(),
  /** 补录: recorded more than a day after it was received. */
  isLate: z.boolean(),
  verdict: Verdict.nullable(),
  cause: z.string().nullable(),
  judgedBy: z.string().nullable(),
  mayJudge: z.boolean(),
})

export const complaints = {
  listComplaints: endpoint({
    method: 'GET',
    path: '/desk/complaints',
    summary: 'Complaints received in a year, newest first',
    access: { permission: 'desk.read' },
    refuses: [],
  })
    .input(z.object({ year: z.coerce.number().int().min(1970).max(2199) }))
    .output(z.array(Complaint)),
  recordComplaint: endpoint({
    method: 'POST',
    path: '/desk/complaints',
    summary: 'Record a complaint',
    access: { permission: 'desk.log' },
    refuses: ['not-found', 'not-yet-happened'],
  })
    .input(
      z.object({
        unitId: UnitId,
        ticketId: TicketId.nullable(),
        who: z.string().trim().min(1).max(100),
        what: z.string().trim().min(1).max(1_000),
        receivedAt: instant,
      }),
    )
    .output(z.object({ id: ComplaintId })),
  judgeComplaint: endpoint({
    method: 'POST',
    path: '/desk/complaints/{id}/verdict',
    summary: 'Say what caused a complaint; once, and not by who recorded it',
    access: { permission: 'desk.confirm' },
    refuses: ['not-found', 'second-person-needed', 'judged-already'],
  })
    .input(z.object({ id: ComplaintId, verdict: Verdict, cause: z.string().trim().min(1).max(500) }))
    .output(z.object({})),
}
