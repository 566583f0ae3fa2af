import { PersonId } from '@shiji/contract/directory'
import { CaseId, type CaseView } from '@shiji/contract/flow'
import { type FlowGraph, nodeOf } from '@shiji/kernel/flow/flow-graph'
import { FLOW_LOG, type FlowLogCode } from '@shiji/kernel/flow/flow-log'
import { legalActions } from '@shiji/kernel/flow/judge'
import { layOutFlow } from '@shiji/kernel/flow/lay-out-flow'
import { pictureOf } from '@shiji/kernel/flow/picture'
import { stepsAhead } from '@shiji/kernel/flow/preview'
import { type Language, say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import { type Context, type PersonContext, requireSignedIn } from '#platform/context'
import { type Reader, read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { type Entrusted, entrustedTo, holdsFor } from './entrusted.ts'
import { findPeopleOf } from './find-people.ts'
import { loadCase, type SavedCase } from './flow-store.ts'
import { mayReadCase } from './may-read-case.ts'
import { namesOf } from './names.ts'

type View = z.infer<typeof CaseView>

export async function openCase(context: Context, { id }: { id: CaseId }): Promise<View> {
  requireSignedIn(context)
  return read(context.db, (reader) => viewCase(reader, context, id))
}

export async function viewCase(reader: Reader, context: PersonContext, id: string): Promise<View> {
  const [saved, entrusted, unit] = await Promise.all([
    loadCase(reader, id),
    entrustedTo(reader, context),
    unitOf(reader, id),
  ])
  if (saved === undefined) refuse('not-found')
  if (!(await mayReadCase(reader, context, { saved, entrusted }))) refuse('not-found')
  const { subject, state, graph } = saved
  const [names, nodes, log] = await Promise.all([
    namesOf(reader, [state.case.starter]),
    nodesOf(reader, context, { graph, saved }),
    logOf(reader, { graph, id, language: context.language }),
  ])
  return {
    id: CaseId.parse(id),
    subjectKind: subject.kind,
    subjectId: subject.id,
    subject: subject.name,
    unit,
    flow: graph.definition.name[context.language],
    starter: names.get(state.case.starter) ?? '',
    state: state.case.state,
    nodes,
    lines: linesOf(graph, saved),
    log,
    verbs: verbsOf(context, { graph, saved, deputies: entrusted }),
  }
}

/** The name of the unit a case comes from. */
async function unitOf(reader: Reader, caseId: string): Promise<string> {
  const row = await reader
    .selectFrom('flowCase')
    .innerJoin('directoryUnit', 'directoryUnit.id', 'flowCase.unitId')
    .select('directoryUnit.name')
    .where('flowCase.id', '=', caseId)
    .executeTakeFirst()
  return row?.name ?? ''
}

type Of = { readonly graph: FlowGraph; readonly saved: SavedCase }

/** The desks in the order drawn, with who is asked there or would be. */
async function nodesOf(reader: Reader, { language }: PersonContext, { graph, saved }: Of): Promise<View['nodes']> {
  const { state, subject, fields } = saved
  const picture = pictureOf(graph, state)
  const ahead = stepsAhead(graph, state, fields).map(({ node }) => node)
  const expected = await findPeopleOf(reader, graph, { nodes: ahead, unitId: subject.unitId })
  const signed = Map.groupBy(state.tasks, ({ node }) => node)
  const peopleAt = (id: string, waitsFor: readonly string[]) => {
    if (waitsFor.length > 0) return waitsFor
    if (ahead.includes(id)) {
      const { people = [], fallback = [] } = expected[id] ?? {}
      return people.length > 0 ? people : fallback
    }
    return (signed.get(id) ?? []).flatMap(({ decidedBy }) => decidedBy ?? [])
  }
  const shown = picture.nodes.map((node) => ({ ...node, people: [...new Set(peopleAt(node.id, node.waitsFor))] }))
  const names = await namesOf(
    reader,
    shown.flatMap(({ people }) => people),
  )
  const layout = layOutFlow(graph)
  return shown.map(({ id, state: at, people }) => {
    const { name, kind } = nodeOf(graph, id)
    const place = layout.places.get(id) ?? { layer: 0, column: 0 }
    const named = people.map((person) => names.get(person) ?? '')
    return { id, name: name[language], kind, state: at, people: named, ...place }
  })
}

function linesOf(graph: FlowGraph, { state }: SavedCase): View['lines'] {
  const { walked } = pictureOf(graph, state)
  const isWalked = (line: { from: string; to: string }) =>
    walked.some(({ from, to }) => from === line.from && to === line.to)
  return layOutFlow(graph).lines.map((line) => ({ ...line, walked: isWalked(line) }))
}

type LogOf = { readonly graph: FlowGraph; readonly id: string; readonly language: Language }

async function logOf(reader: Reader, { graph, id, language }: LogOf): Promise<View['log']> {
  const rows = await reader.selectFrom('flowLog').selectAll().where('caseId', '=', id).orderBy('number').execute()
  const names = await namesOf(
    reader,
    rows.flatMap(({ actor, onBehalfOf, people }) => [actor, onBehalfOf, ...people].filter((one) => one !== null)),
  )
  const nodeName = (node: string | null) => (node === null ? '' : (graph.nodes.get(node)?.name[language] ?? node))
  const between = language === 'zh' ? '、' : ', '
  return rows.map(({ number, code, actor, onBehalfOf, at, node, target, people, opinion }) => {
    const acting = actor === null ? '' : (names.get(actor) ?? '')
    const principal = onBehalfOf === null ? null : names.get(onBehalfOf)
    const parameters = {
      actor: principal == null ? acting : say(FOR_ANOTHER, language, { acting, principal }),
      people: people.map((person) => names.get(person) ?? '').join(between),
      node: nodeName(node),
      target: nodeName(target),
    }
    return { number, at: at.toString(), sentence: say(FLOW_LOG[code as FlowLogCode], language, parameters), opinion }
  })
}

const FOR_ANOTHER = { zh: '{acting}（代{principal}）', en: '{acting} (for {principal})' }

type Judged = Of & { readonly deputies: readonly Entrusted[] }

function verbsOf(
  { actor, now, language }: PersonContext,
  { graph, saved: { state }, deputies }: Judged,
): View['verbs'] {
  const isAdministrator = actor.permissions.has('flow.manage')
  const person = PersonId.parse(actor.personId)
  const who = { kind: 'person', person, isAdministrator } as const
  const here = (one: Entrusted) => holdsFor(one, graph.definition.key)
  const scene = { graph, state, actor: who, now: now.toString(), deputies: deputies.filter(here) }
  return legalActions(scene).map(({ verb, task, returnTo }) => ({
    verb,
    task,
    taskVersion: state.tasks.find(({ number }) => number === task)?.version ?? null,
    returnTo: returnTo.map((node) => ({ node, name: nodeOf(graph, node).name[language] })),
  }))
}
