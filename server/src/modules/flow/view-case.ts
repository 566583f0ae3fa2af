import { PersonId } from '@shiji/contract/directory'
import { CaseId, type CaseView } from '@shiji/contract/flow'
import { type FlowGraph, nodeOf } from '@shiji/kernel/flow/flow-graph'
import { FLOW_LOG, type LogLine } from '@shiji/kernel/flow/flow-log'
import { legalActions } from '@shiji/kernel/flow/judge'
import { type FlowLayout, layOutFlow } from '@shiji/kernel/flow/lay-out-flow'
import { pictureOf } from '@shiji/kernel/flow/picture'
import { stepsAhead } from '@shiji/kernel/flow/preview'
import { type Language, say } from '@shiji/kernel/wording'
import type { z } from 'zod'
import type { PersonContext } from '#platform/context'
import type { Reader } from '#platform/database/transaction'
import { holdsFor } from './deputies/entrusted.ts'
import type { OpenedCase } from './load-case.ts'
import { findPeopleOf, type PeopleFound } from './people/find-people.ts'
import { namesOf } from './people/names.ts'

type View = z.infer<typeof CaseView>
type Shown = {
  readonly opened: OpenedCase
  /** Whom the steps ahead ask, when that was looked up already. */
  readonly known: PeopleFound | null
}

/** Where a case stands, what was said, who is asked next, and what the one who looks may do. */
export async function viewCase(reader: Reader, context: PersonContext, { opened, known }: Shown): Promise<View> {
  const { subject, state, graph, fields, log } = opened
  const { language } = context
  const ahead = stepsAhead(graph, state, fields).map(({ node }) => node)
  const isKnown = known !== null && ahead.every((node) => known.people[node] !== undefined)
  const found = isKnown ? known : await findPeopleOf(reader, graph, { nodes: ahead, unitId: subject.unitId })
  const drawn = drawnNodes(opened, new Set(ahead), found)
  const mentioned = [state.case.starter, ...drawn.nodes.flatMap(({ people }) => people), ...log.flatMap(peopleIn)]
  const names = await namesFor(reader, mentioned, new Map([...opened.names, ...found.names]))
  const layout = layoutOf(graph)
  return {
    id: CaseId.parse(state.case.id),
    subjectKind: subject.kind,
    subjectId: subject.id,
    subject: subject.name,
    unit: opened.unit,
    flow: graph.definition.name[language],
    starter: names.get(state.case.starter) ?? '',
    state: state.case.state,
    nodes: drawn.nodes.map(({ id, state: at, people }) => {
      const { name, kind } = nodeOf(graph, id)
      const place = layout.places.get(id) ?? { layer: 0, column: 0 }
      const named = people.map((person) => names.get(person) ?? '')
      return { id, name: name[language], kind, state: at, people: named, ...place }
    }),
    lines: layout.lines.map((line) => ({ ...line, walked: drawn.walked.has(`${line.from}>${line.to}`) })),
    log: log.map((line, at) => ({ number: at + 1, ...sentenceOf(line, { graph, names, language }) })),
    verbs: verbsOf(context, opened),
  }
}

/** The drawing of a flow stands where it stands for all its cases. */
function layoutOf(graph: FlowGraph): FlowLayout {
  const known = LAYOUTS.get(graph)
  if (known !== undefined) return known
  const layout = layOutFlow(graph)
  LAYOUTS.set(graph, layout)
  return layout
}

const LAYOUTS = new WeakMap<FlowGraph, FlowLayout>()

/** The desks in the order drawn, with who is asked there or would be. */
function drawnNodes({ graph, state }: OpenedCase, ahead: ReadonlySet<string>, { people: expected }: PeopleFound) {
  const picture = pictureOf(graph, state)
  const signed = Map.groupBy(state.tasks, ({ node }) => node)
  const peopleAt = (id: string, waitsFor: readonly string[]) => {
    if (waitsFor.length > 0) return waitsFor
    if (ahead.has(id)) {
      const { people = [], fallback = [] } = expected[id] ?? {}
      return people.length > 0 ? people : fallback
    }
    return (signed.get(id) ?? []).flatMap(({ decidedBy }) => decidedBy ?? [])
  }
  const nodes = picture.nodes.map((node) => ({ ...node, people: [...new Set(peopleAt(node.id, node.waitsFor))] }))
  return { nodes, walked: new Set(picture.walked.map(({ from, to }) => `${from}>${to}`)) }
}

function peopleIn({ actor, onBehalfOf, people }: LogLine): string[] {
  return [actor, onBehalfOf, ...people].filter((one) => one !== null)
}

/** Most are known with the case; whoever was only just brought in is looked up. */
async function namesFor(reader: Reader, ids: readonly string[], known: ReadonlyMap<string, string>) {
  const missing = ids.filter((id) => !known.has(id))
  return missing.length === 0 ? known : new Map([...known, ...(await namesOf(reader, missing))])
}

type Wording = {
  readonly graph: FlowGraph
  readonly names: ReadonlyMap<string, string>
  readonly language: Language
}

function sentenceOf(line: LogLine, { graph, names, language }: Wording) {
  const { code, actor, onBehalfOf, at, node, target, people, opinion } = line
  const nameOf = (person: string) => names.get(person) ?? ''
  const nodeName = (id: string | null) => (id === null ? '' : (graph.nodes.get(id)?.name[language] ?? id))
  const acting = actor === null ? '' : nameOf(actor)
  const principal = onBehalfOf === null ? null : nameOf(onBehalfOf)
  const parameters = {
    actor: principal === null ? acting : say(FOR_ANOTHER, language, { acting, principal }),
    people: people.map(nameOf).join(language === 'zh' ? '、' : ', '),
    node: nodeName(node),
    target: nodeName(target),
  }
  return { at, sentence: say(FLOW_LOG[code], language, parameters), opinion }
}

const FOR_ANOTHER = { zh: '{acting}（代{principal}）', en: '{acting} (for {principal})' }

function verbsOf({ actor, now, language }: PersonContext, { graph, state, entrusted }: OpenedCase): View['verbs'] {
  const isAdministrator = actor.permissions.has('flow.manage')
  const person = PersonId.parse(actor.personId)
  const who = { kind: 'person', person, isAdministrator } as const
  const deputies = entrusted.filter((one) => holdsFor(one, graph.definition.key))
  return legalActions({ graph, state, actor: who, now: now.toString(), deputies }).map(({ verb, task, returnTo }) => ({
    verb,
    task,
    taskVersion: state.tasks.find(({ number }) => number === task)?.version ?? null,
    returnTo: returnTo.map((node) => ({ node, name: nodeOf(graph, node).name[language] })),
  }))
}
