import { PROBE_WORDS, type ProbeProblemCode } from '@shiji/contract/watch-words'
import { type Language, say } from '@shiji/kernel/wording'
import { z } from 'zod'

const Kept = z.object({
  code: z.enum(Object.keys(PROBE_WORDS) as [ProbeProblemCode, ...ProbeProblemCode[]]),
  parameters: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
})

/** A problem as it is kept with an answer, in the language of its reader; nothing for an answer that was good. */
export function sayProblem(kept: string, language: Language): string {
  if (kept === '') return ''
  const { code, parameters } = Kept.parse(JSON.parse(kept))
  return say(PROBE_WORDS[code], language, parameters)
}
