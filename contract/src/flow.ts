import { z } from 'zod'
import { PersonId, UnitId } from './directory.ts'
import { endpoint } from './endpoint.ts'

/** What waits for whom, and how a case moves: the approval verbs of the product. */

export const CaseId = z.uuid().brand<'CaseId'>()
export type CaseId = z.infer<typeof CaseId>

const instant = z.iso.datetime()
const Opinion = z.string().trim().max(2000).default('')
const People = z.array(PersonId).max(50)
const Choices = z.record(z.string().max(40), People).default({})

/** 待办 · 待阅 · 已办 · 抄送我 · 我发起. */
export const Box = z.enum(['waiting', 'reading', 'done', 'copied', 'started'])

export const CaseState = z.enum(['running', 'approved', 'disagreed', 'rejected', 'voided'])

export const BoxRow = z.object({
  caseId: CaseId,
  /** Null in 我发起, where a row is a case. */
  task: z.number().int().nullable(),
  subjectKind: z.string(),
  subjectId: z.uuid(),
  subject: z.string(),
  unit: z.string(),
  starter: z.string(),
  node: z.string(),
  state: CaseState,
  /** When it came, was done, or was started. */
  at: instant,
  dueAt: instant.nullable(),
  /** Whose desk it lies on when the person only holds that desk. */
  forWhom: z.string().nullable(),
  /** 传阅中: people who were given it to read and have not. */
  unread: z.number().int(),
})

const LegalVerb = z.object({
  verb: z.string(),
  task: z.number().int().nullable(),
  taskVersion: z.number().int().nullable(),
  returnTo: z.array(z.object({ node: z.string(), name: z.string() })),
})

export const CaseView = z.object({
  id: CaseId,
  subjectKind: z.string(),
  subjectId: z.uuid(),
  subject: z.string(),
  unit: z.string(),
  flow: z.string(),
  starter: z.string(),
  state: CaseState,
  nodes: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      state: z.enum(['passed', 'current', 'future', 'left-out']),
      /** Who is asked there now, or would be. */
      people: z.array(z.string()),
      /** Where it stands in the drawing; steps lie under each other, branches side by side. */
      layer: z.number().int(),
      column: z.number().int(),
    }),
  ),
  /** The lines of the drawing, and whether the case came along them. */
  lines: z.array(z.object({ from: z.string(), to: z.string(), walked: z.boolean() })),
  /** The history in sentences, oldest first. */
  log: z.array(z.object({ number: z.number().int(), at: instant, sentence: z.string(), opinion: z.string() })),
  /** What the one who looks may do now. */
  verbs: z.array(LegalVerb),
})

const onTask = { task: z.number().int(), version: z.number().int().nullable().default(null), opinion: Opinion }
const person = { person: PersonId }

/** One act upon a case; the verbs are those of the glossary. */
export const Act = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('open'), ...onTask }),
  z.object({ verb: z.literal('submit'), ...onTask, choices: Choices }),
  z.object({ verb: z.literal('agree'), ...onTask, choices: Choices }),
  z.object({ verb: z.literal('disagree'), ...onTask }),
  z.object({ verb: z.literal('reject'), ...onTask }),
  z.object({
    verb: z.literal('return'),
    ...onTask,
    to: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('starter') }),
      z.object({ kind: z.literal('previous') }),
      z.object({ kind: z.literal('step'), node: z.string().max(40) }),
    ]),
    walk: z.enum(['again', 'resume']).default('again'),
  }),
  z.object({ verb: z.literal('withdraw'), ...onTask }),
  z.object({ verb: z.literal('transfer'), ...onTask, ...person }),
  z.object({ verb: z.literal('reassign'), ...onTask, ...person }),
  z.object({ verb: z.literal('delegate'), ...onTask, ...person }),
  z.object({
    verb: z.literal('add-signers'),
    ...onTask,
    where: z.enum(['before', 'after', 'beside']),
    together: z.enum(['all', 'any']).default('all'),
    people: People.min(1),
  }),
  z.object({ verb: z.literal('remove-signer'), ...onTask }),
  z.object({ verb: z.literal('ask'), ...onTask, ...person }),
  z.object({ verb: z.literal('answer'), ...onTask }),
  z.object({ verb: z.literal('read'), ...onTask }),
  z.object({ verb: z.literal('copy'), people: People.min(1), opinion: Opinion }),
  z.object({ verb: z.literal('circulate'), people: People.min(1), opinion: Opinion }),
  z.object({ verb: z.literal('urge'), whom: z.enum(['signers', 'readers']).default('signers'), opinion: Opinion }),
  z.object({ verb: z.literal('void'), opinion: Opinion }),
])
export type Act = z.infer<typeof Act>

export const flow = {
  listBox: endpoint({
    method: 'GET',
    path: '/tasks',
    summary: 'What waits for me, what I did, what I started',
    access: 'signed-in',
    refuses: [],
  })
    .input(z.object({ box: Box, before: instant.optional() }))
    .output(z.object({ rows: z.array(BoxRow), next: instant.nullable() })),
  countTasks: endpoint({
    method: 'GET',
    path: '/tasks/counts',
    summary: 'How much waits for me',
    access: 'signed-in',
    refuses: [],
  }).output(z.object({ waiting: z.number().int(), reading: z.number().int(), late: z.number().int() })),
  openCase: endpoint({
    method: 'GET',
    path: '/cases/{id}',
    summary: 'Where a case stands, what was said, and what I may do',
    access: 'signed-in',
    refuses: ['not-found'],
  })
    .input(z.object({ id: CaseId }))
    .output(CaseView),
  findCase: endpoint({
    method: 'GET',
    path: '/cases/of/{subjectKind}/{subjectId}',
    summary: 'The newest case about a record; null when there is none',
    access: 'signed-in',
    refuses: [],
  })
    .input(z.object({ subjectKind: z.string().max(40), subjectId: z.uuid() }))
    .output(z.object({ id: CaseId.nullable(), state: CaseState.nullable() })),
  actOnCase: endpoint({
    method: 'POST',
    path: '/cases/{id}/acts',
    summary: 'Act on a case: agree, return, transfer …',
    access: 'signed-in',
    refuses: [
      'not-found',
      'flow-refused',
      'own-work',
      'opinion-missing',
      'correction-first',
      'deed-impossible',
      'findings-open',
      'self-evaluation-open',
    ],
  })
    .input(z.object({ id: CaseId, act: Act }))
    .output(CaseView),
  findColleagues: endpoint({
    method: 'GET',
    path: '/colleagues',
    summary: 'People a case can be given to, by name',
    access: 'signed-in',
    refuses: [],
  })
    .input(z.object({ search: z.string().trim().min(1).max(50) }))
    .output(z.array(z.object({ id: PersonId, name: z.string(), unit: z.string() }))),
  listDesks: endpoint({
    method: 'GET',
    path: '/flow/desks',
    summary: 'The desks the review chains name, and the unit that sits at each',
    access: { permission: 'flow.manage' },
    refuses: [],
  }).output(z.array(z.object({ name: z.string(), unitId: UnitId.nullable(), unit: z.string() }))),
  assignDesk: endpoint({
    method: 'PUT',
    path: '/flow/desks',
    summary: 'Say which unit sits at a desk',
    access: { permission: 'flow.manage' },
    refuses: ['not-found'],
  })
    .input(z.object({ name: z.string().trim().min(1).max(100), unitId: UnitId }))
    .output(z.object({})),
}
