import type { FieldValue } from '@shiji/kernel/flow/flow-definition'
import type { FlowStage } from '@shiji/kernel/flow/flow-pack'
import { startCase } from '@shiji/kernel/flow/start-case'
import { listOpenChannels } from '#modules/inbox'
import type { PersonContext } from '#platform/context'
import type { Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { entrustedTo } from './deputies/entrusted.ts'
import { publishedFlow } from './flow-graphs.ts'
import { saveNewCase } from './flow-store.ts'
import type { Subject } from './load-case.ts'
import { namesOf } from './people/names.ts'
import { tellPeople } from './people/tell-people.ts'
import { decide } from './take-step.ts'

type FlowStart = {
  readonly subject: Subject
  readonly place: string
  readonly stage: FlowStage
  readonly fields: Readonly<Record<string, FieldValue>>
  readonly choices: Readonly<Record<string, readonly string[]>>
  readonly opinion: string
}

/** Sends a record on its way through the desks of its place, inside a transaction of the caller. */
export async function startFlow(tx: Tx, context: PersonContext, start: FlowStart): Promise<string> {
  const { subject, place, stage, fields, choices, opinion } = start
  const day = officeDay(context.now).toString()
  const graph = (await publishedFlow(tx, { place, stage, day })) ?? refuse('no-flow', { place })
  const id = context.newId()
  const starter = context.actor.personId
  const [entrusted, names, channels] = await Promise.all([
    entrustedTo(tx, context),
    namesOf(tx, [starter]),
    listOpenChannels(tx),
  ])
  const about = { graph, unitId: subject.unitId, fields, entrusted, known: {} }
  const changes = await decide(tx, context, about, (circumstances) =>
    startCase({ graph, id, starter, choices, opinion, circumstances }),
  )
  const { key, version } = graph.definition
  const deed = { did: 'flow.started', caseId: id, subject: subject.kind, subjectId: subject.id, flow: key, version }
  saveNewCase(tx, changes, { subject, fields, now: context.now })
  await Promise.all([
    tellPeople(tx, context, { graph, names, channels, subject, before: [], changes, opinion }),
    recordInLedger(tx, context, deed),
  ])
  return id
}
