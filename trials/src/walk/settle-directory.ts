import { codeAt, stepAt } from '@shiji/server/modules/directory/sign-in/totp'
import type { AnswerBody } from '@shiji/server/testing/answer-body'
import { NOW } from '../office/found-office.ts'

type Run = (name: string, input: object, who: 'reviewer' | 'everybody') => Promise<AnswerBody>

/** Units come and go, a list comes in, a second step is set up and lost: what one call out of the blue cannot enter. */
export async function goThroughDirectory(
  run: Run,
  { unitId, reviewerId, password }: { unitId: string; reviewerId: string; password: string },
): Promise<void> {
  const add = (name: string) => run('addUnit', { parentId: unitId, name, kind: 'office' }, 'everybody')
  const [first, second, third] = [await add('一科'), await add('二科'), await add('三科')]
  const ground = { effectiveOn: '2024-01-15', reason: '试验' }
  await run('moveUnit', { ...ground, id: first.id, parentId: second.id }, 'everybody')
  await run('mergeUnit', { ...ground, id: first.id, intoId: second.id }, 'everybody')
  await run('closeUnit', { ...ground, id: third.id }, 'everybody')

  const { secret } = await run('beginSecondStep', { password }, 'reviewer')
  await run('confirmSecondStep', { code: codeAt(secret, stepAt(NOW)) }, 'reviewer')
  await run('resetSecondStep', { id: reviewerId }, 'everybody')
  await run('endSessionsOf', { id: reviewerId }, 'everybody')
  await run('resetPassword', { id: reviewerId }, 'everybody')
  await add('名单科')
  await bringList(run, { number: `list-${unitId.slice(-12)}`, password })
}

/** A list of one person, whose role is then granted and who comes in by the link. */
async function bringList(run: Run, { number, password }: { number: string; password: string }): Promise<void> {
  const name = '人员.csv'
  const file = new File([`姓名,登录名,工号,单位,角色\n名单人,,${number},名单科,教师\n`], name)
  await run('markList', { file }, 'everybody')
  const { fingerprint } = await run('readList', { file }, 'everybody')
  const { links } = await run('takeList', { file, fingerprint, linksFor: 'new' }, 'everybody')
  const { code } = links[0]
  await run('readInvitation', { code }, 'everybody')
  const requests = await run('listRoleRequests', {}, 'everybody')
  const people = requests.map(({ personId }: { personId: string }) => personId)
  await run('decideRoleRequests', { people, verdict: 'granted' }, 'everybody')
  await run('acceptInvitation', { code, name: '名单人', login: number, password }, 'everybody')
}
