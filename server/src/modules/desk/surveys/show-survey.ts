import { type Audience, SurveyId } from '@shiji/contract/desk-surveys'
import { UnitId } from '@shiji/contract/directory'
import { ProjectId } from '@shiji/contract/performance'
import { responseRate, type SurveyStanding, surveyStanding } from '@shiji/kernel/survey/survey-standing'
import type { z } from 'zod'
import { officeDay } from '#platform/office-day'
import type { SurveySeen } from './survey-store.ts'

type Tally = { readonly score: number; readonly count: number }

/** A survey as the contract shows it; while it runs only how many have answered is known. */
export function showSurvey(row: SurveySeen, tallies: readonly Tally[], now: Temporal.Instant) {
  const answered = tallies.reduce((sum, { count }) => sum + count, 0)
  return {
    id: SurveyId.parse(row.id),
    title: row.title,
    audience: row.audience as z.infer<typeof Audience>,
    unit: { id: UnitId.parse(row.unitId), name: row.unitName },
    project: row.projectId === null ? null : { id: ProjectId.parse(row.projectId), name: row.projectName ?? '' },
    judgedOn: row.judgedOn,
    closesOn: officeDay(row.closesAt.subtract({ seconds: 1 })).toString(),
    invited: row.invited,
    answered,
    minimum: row.minimum,
    responseRate: responseRate(answered, row.invited),
    standing: standingOf(row, tallies, now),
  }
}

function standingOf(row: SurveySeen, tallies: readonly Tally[], now: Temporal.Instant): SurveyStanding {
  return surveyStanding({
    isClosed: Temporal.Instant.compare(row.closesAt, now) <= 0,
    isWithdrawn: row.withdrawnAt !== null,
    minimum: row.minimum,
    scores: Object.fromEntries(tallies.map(({ score, count }) => [score, count])),
  })
}
