import { randomBytes } from 'node:crypto'
import { type NewSurvey, SurveyId } from '@shiji/contract/desk-surveys'
import { drawSample } from '@shiji/kernel/survey/draw-sample'
import type { z } from 'zod'
import { findUnit } from '#modules/directory'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction, type Tx } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { periodEnd } from '#platform/measure'
import { officeDay } from '#platform/office-day'
import { refuse } from '#platform/refusal'
import { findDeskProject } from '../lines/desk-projects.ts'
import { findUnitInReach } from '../tickets/unit-in-reach.ts'
import { type Listed, listFrame, toListed } from './survey-frame.ts'
import { saveSurvey } from './survey-store.ts'

type Input = z.output<typeof NewSurvey>

/** The seed is made when the list stands, so that nobody can choose who is drawn. */
export async function openSurvey(context: Context, { unitId, others, closesOn, ...input }: Input) {
  requirePermission(context, 'desk.organize')
  const { actor, now } = context
  return inTransaction(context.db, async (tx) => {
    await refuseUnseen(tx, context, { unitId, projectId: input.projectId })
    if (input.minimum > input.sampleSize) refuse('survey-minimum', { sample: input.sampleSize, minimum: input.minimum })
    if (closesOn < officeDay(now).toString() || input.judgedOn > closesOn) refuse('survey-days')
    const listed = [...(unitId === null ? [] : await listFrame(tx, unitId, input.audience)), ...others.map(toListed)]
    const askable = listed.filter(({ isBarred }) => !isBarred)
    if (askable.length < input.minimum) refuse('survey-list-short', { count: askable.length, minimum: input.minimum })

    const seed = context.newId()
    const people = draw(listed, { seed, size: input.sampleSize })
    const drawn = people.filter(({ isDrawn }) => isDrawn)
    const links = drawn.map(({ number, name, office }) => ({ number, name, office, code: makeCode() }))
    const id = context.newId()
    const survey = {
      id,
      ...input,
      unitId: actor.unitId,
      seed,
      closesAt: periodEnd({ from: closesOn, until: closesOn }),
    }
    const row = { ...survey, openedAt: now, openedBy: actor.personId }
    await saveSurvey(tx, row, { people, codes: links.map(({ code }) => code) })
    const counted = { listed: listed.length, barred: listed.length - askable.length, drawn: drawn.length }
    await recordInLedger(tx, context, { did: 'desk.survey-opened', surveyId: id, seed, ...counted, closesOn })
    return {
      id: SurveyId.parse(id),
      links: links.map(({ code, ...who }) => ({ ...who, path: `/api/desk/ballots/${code}` })),
    }
  })
}

type Named = { readonly unitId: Input['unitId']; readonly projectId: Input['projectId'] }

/** Those served are on the list as well as those below. */
async function refuseUnseen(tx: Tx, { actor }: Context, { unitId, projectId }: Named): Promise<void> {
  if (unitId !== null) {
    const unit = (await findUnitInReach(tx, actor, unitId)) ?? (await findUnit(tx, actor, unitId))
    if (unit === undefined) refuse('not-found')
  }
  if (projectId !== null && (await findDeskProject(tx, actor, projectId)) === undefined) refuse('not-found')
}

/** Numbers the list and draws from those who may answer. */
export function draw(listed: readonly Listed[], { seed, size }: { seed: string; size: number }) {
  const numbered = listed.map((one, index) => ({ ...one, number: index + 1 }))
  const askable = numbered.filter(({ isBarred }) => !isBarred)
  const drawn = new Set(
    drawSample(seed, { population: askable.length, size }).map((place) => askable[place - 1]?.number),
  )
  return numbered.map((one) => ({ ...one, isDrawn: drawn.has(one.number) }))
}

/** 144 bits: nobody guesses one. */
function makeCode(): string {
  return randomBytes(18).toString('base64url')
}
