import { FlowDefinition } from '@shiji/kernel/flow/flow-definition'
import { z } from 'zod'
import { endpoint } from './endpoint.ts'

/** Flows as data: looked at, drawn, checked, published; running cases stay on the version they began with. */

const manage = { permission: 'flow.manage' } as const
const instant = z.iso.datetime()
const key = z.string().max(60)
const version = z.coerce.number().int().positive()
const revision = z.number().int().min(0)

/** 500 kB of BPMN hold more than the hundred nodes a flow may have. */
const MOST_XML = 500_000

const FlowVersion = z.object({
  version: z.number().int(),
  /** Published by the office; the others come with the place. */
  isOwn: z.boolean(),
  /** New cases take it. */
  isCurrent: z.boolean(),
  publishedAt: instant.nullable(),
  publishedBy: z.string().nullable(),
  /** Cases on their way in it. */
  running: z.number().int(),
})

const FlowProblem = z.object({
  code: z.string(),
  /** Null concerns the flow as a whole. */
  node: z.string().nullable(),
  message: z.string(),
})

export const FlowRow = z.object({
  key: z.string(),
  name: z.string(),
  versions: z.array(FlowVersion),
  draft: z.object({ editedAt: instant, editedBy: z.string() }).nullable(),
})

/** The draft, or the version that is asked for; `revision` is 0 as long as nothing was drawn. */
export const OpenedFlow = z.object({
  definition: FlowDefinition,
  revision,
  isDraft: z.boolean(),
  problems: z.array(FlowProblem),
  /** The people its rules name. */
  people: z.array(z.object({ id: z.string(), name: z.string() })),
})

const Saved = z.object({ revision, problems: z.array(FlowProblem) })

export const flowDefinitions = {
  listFlows: endpoint({
    method: 'GET',
    path: '/flows',
    summary: 'The flows of the district, their versions and drafts',
    access: manage,
    refuses: [],
  }).output(z.array(FlowRow)),
  openFlow: endpoint({
    method: 'GET',
    path: '/flows/{key}',
    summary: 'The draft of a flow, or one of its versions, with what keeps it from being published',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ key, version: version.optional() }))
    .output(OpenedFlow),
  saveFlowDraft: endpoint({
    method: 'PUT',
    path: '/flows/{key}/draft',
    summary: 'Keep what is drawn, over the revision that was looked at',
    access: manage,
    refuses: ['not-found', 'changed-meanwhile'],
  })
    .input(z.object({ key, revision, definition: FlowDefinition }))
    .output(Saved),
  dropFlowDraft: endpoint({
    method: 'DELETE',
    path: '/flows/{key}/draft',
    summary: 'Throw the draft away; versions stay',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ key }))
    .output(z.object({})),
  publishFlow: endpoint({
    method: 'POST',
    path: '/flows/{key}/publications',
    summary: 'Publish the draft: new cases take it, running ones stay on theirs',
    access: manage,
    refuses: ['not-found', 'changed-meanwhile', 'flow-unfit'],
  })
    .input(z.object({ key, revision }))
    .output(z.object({ version: z.number().int() })),
  exportFlow: endpoint({
    method: 'GET',
    path: '/flows/{key}/bpmn',
    summary: 'The flow as BPMN 2.0 XML, the draft unless a version is named',
    access: manage,
    refuses: ['not-found'],
  })
    .input(z.object({ key, version: version.optional() }))
    .output(z.object({ xml: z.string() })),
  importFlow: endpoint({
    method: 'POST',
    path: '/flows/{key}/bpmn',
    summary: 'Take a BPMN 2.0 file as the draft; what it leaves open is among the problems',
    access: manage,
    refuses: ['not-found', 'changed-meanwhile', 'bpmn-unreadable'],
  })
    .input(z.object({ key, revision, xml: z.string().max(MOST_XML) }))
    .output(Saved),
}
