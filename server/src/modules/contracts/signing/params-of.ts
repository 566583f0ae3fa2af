import type { NewTerm } from '@shiji/contract/contracts-deeds'
import { boundOf } from '@shiji/kernel/evidence/bound'
import { parseTarget } from '@shiji/kernel/target/parse-target'
import { say, type Wording } from '@shiji/kernel/wording'
import type { z } from 'zod'
import type { Context } from '#platform/context'
import { refuse } from '#platform/refusal'

const NO_BOUND: Wording = {
  zh: '“{name}”的要求“{target}”不能与“{measure}”（{unit}）相比。',
  en: 'The term "{name}" asks for "{target}", which cannot be compared with "{measure}" ({unit}).',
}

/** What the measure of a term is asked for; a term that no figure can be held against is refused, never guessed. */
export function paramsOf(context: Context, { name, measure: key, target }: z.infer<typeof NewTerm>): unknown {
  const measure = context.measures.get(key) ?? refuse('measure-unknown', { measure: key })
  if (boundOf(parseTarget(target), measure).kind === 'none') {
    const about = { name, target, measure: say(measure.name, context.language), unit: measure.unit }
    refuse('contract-wrong', { problem: say(NO_BOUND, context.language, about) })
  }
  return measure.paramsFrom({ name, target }) ?? refuse('measure-unknown', { measure: key })
}
