import type { AnswerBody } from '@shiji/server/testing/answer-body'

type Run = (name: string, input: object, who: 'contact' | 'reviewer' | 'everybody') => Promise<AnswerBody>

/** What a reviewer says at a cell, and that it was dealt with; what is begun and not sent is in its box. */
export async function goThroughReview(run: Run, { id, version }: { id: string; version: number }): Promise<void> {
  await run('listDrafts', {}, 'contact')
  await run('readReview', { id }, 'reviewer')
  const remark = { id, version, place: 'indicators[0].target', remark: '请说明' }
  const comment = await run('addComment', remark, 'reviewer')
  await run('settleComment', { id: comment.id }, 'contact')
}

/** A flow is drawn, dropped, brought as a file and published as it was. */
export async function goThroughFlows(run: Run): Promise<void> {
  const [{ key }] = await run('listFlows', {}, 'everybody')
  const { definition } = await run('openFlow', { key }, 'everybody')
  await run('saveFlowDraft', { key, revision: 0, definition }, 'everybody')
  await run('dropFlowDraft', { key }, 'everybody')
  const { xml } = await run('exportFlow', { key }, 'everybody')
  await run('importFlow', { key, revision: 0, xml }, 'everybody')
  await run('publishFlow', { key, revision: 1 }, 'everybody')
}
