import type { FormId } from '@shiji/contract/performance'
import type { Deed } from '@shiji/kernel/life/declaration-life'
import { DEED_WORDS, STATE_WORDS } from '@shiji/kernel/life/life-wording'
import { type Context, requirePermission } from '#platform/context'
import { read } from '#platform/database/transaction'
import { refuse } from '#platform/refusal'
import { hashContent } from '../life/content-hash.ts'
import { findDeclaration, listSteps } from '../life/life-store.ts'
import type { Format } from '../print-content.ts'
import { printSteps } from './print-steps.ts'

/** 审批单: every step of the declaration with person, day and opinion, and the hash of what it is about. */
export async function printTrail(context: Context, { id, as }: { id: FormId; as: Format }): Promise<File> {
  requirePermission(context, 'performance.read')
  const { declaration, steps } = await read(context.db, async (reader) => {
    const found = (await findDeclaration(reader, context.actor, id)) ?? refuse('not-found')
    return { declaration: found, steps: await listSteps(reader, id) }
  })
  const { content, version, state } = declaration
  return printSteps(context, {
    about: { subject: '绩效目标申报', content, version, sha256: hashContent(content), state: STATE_WORDS[state].zh },
    steps: steps.map((step) => ({ ...step, deed: DEED_WORDS[step.deed].zh, opinion: sayOpinion(step) })),
    place: content,
    as,
  })
}

/** A revision and a month reported are kept by their number alone. */
function sayOpinion({ deed, opinion }: { readonly deed: Deed; readonly opinion: string }): string {
  if (deed === 'revise') return `第${opinion}次修订`
  return deed === 'monitor' ? `${opinion}月监控表` : opinion
}
