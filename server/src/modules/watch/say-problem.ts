import { PROBE_WORDS, type ProbeProblemCode } from '@shiji/contract/watch-words'
import { type Language, say } from '@shiji/kernel/wording'
import { z } from 'zod'

const Kept = z.object({
  code: z.enum(Object.keys(PROBE_WORDS) as [ProbeProblemCode, ...ProbeProblemCode[]]),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})

/** Whether a text of others is a problem we can say. */
export function isSayable(kept: string): boolean {
  if (kept === '') return true
  try {
    return Kept.safeParse(JSON.parse(kept)).success
  } catch {
    return false
  }
}

/** A problem as it is kept with an answer, in the language of its reader; nothing for an answer that was good. */
export function sayProblem(kept: string, language: Language): string {
  if (kept === '') return ''
  const { code, parameters } = Kept.parse(JSON.parse(kept))
  return say(PROBE_WORDS[code], language, parameters)
}
