import { codeAt, stepAt } from '@shiji/server/modules/directory/sign-in/totp'
import { NOW } from '../office/found-office.ts'

type Run = (name: string, input: object, who: 'reviewer' | 'everybody') => Promise<{ id: string; secret: string }>

/** Units come and go, a second step is set up and lost: what one call out of the blue cannot enter. */
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
}
