import type { ReviewOpinion } from '@shiji/kernel/form/form-content'
import { officeDay } from '#platform/office-day'

type Step = {
  readonly deed: string
  readonly desk: string
  readonly opinion: string
  readonly by: string
  /** An instant. */
  readonly at: string
}

const DECISIONS = ['review', 'approve', 'return', 'reject']

/** Opinions in the places of their desks, the last of each; those of no desk the sheet knows come after. */
export function opinionsOf(desks: readonly ReviewOpinion[], steps: readonly Step[]): ReviewOpinion[] {
  const given = steps.filter(({ deed }) => DECISIONS.includes(deed)).map(sayStep)
  const known = desks.map((desk) => given.findLast(({ reviewer }) => reviewer === desk.reviewer) ?? desk)
  return [...known, ...given.filter(({ reviewer }) => !desks.some((desk) => desk.reviewer === reviewer))]
}

function sayStep({ desk, opinion, by, at }: Step): ReviewOpinion {
  return { reviewer: desk, opinion, signer: by, date: officeDay(Temporal.Instant.from(at)).toString() }
}
