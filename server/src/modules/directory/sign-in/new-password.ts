import { refuse } from '#platform/refusal'
import { hashPassword, matchesPassword } from '../password.ts'
import type { OwnPassword } from './own-password.ts'
import { PASSWORD_RULES, type PasswordProfile, requireGoodPassword } from './password-rules.ts'

/** Kept whatever the profile says, so that a stricter one finds them. */
const HASHES_KEPT = Math.max(...Object.values(PASSWORD_RULES).map(({ notAgain }) => notAgain))

/** A password as it is kept, with those before it; refused when it is weak, the present one or one of the last. */
export async function hashNewPassword(next: string, { name, login, ...own }: OwnPassword, profile: PasswordProfile) {
  requireGoodPassword(next, [name, login], profile)
  if (await matchesPassword(next, own.passwordHash)) refuse('password-refused', { reason: 'same' })
  // The present one is the first of the last five.
  for (const hash of own.earlierHashes.slice(0, Math.max(0, PASSWORD_RULES[profile].notAgain - 1))) {
    if (await matchesPassword(next, hash)) refuse('password-refused', { reason: 'earlier' })
  }
  const before = own.passwordHash === null ? [] : [own.passwordHash]
  return { hash: await hashPassword(next), earlier: [...before, ...own.earlierHashes].slice(0, HASHES_KEPT) }
}
