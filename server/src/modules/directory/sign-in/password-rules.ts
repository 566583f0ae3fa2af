import { refuse } from '#platform/refusal'
import { isCommon } from './common-passwords.ts'

/**
 * `dengbao` (GB/T 22239, security.md D1): composition, ninety days, the last five do not come back.
 * `asvs` (ASVS 5.0, 6.2): length counts; no composition, no rotation. Everything else holds in both.
 */
export type PasswordProfile = 'dengbao' | 'asvs'

export type PasswordRule = {
  readonly shortest: number
  readonly classes: number
  readonly notAgain: number
  readonly expiresAfterDays: number | null
}

export const PASSWORD_RULES: Readonly<Record<PasswordProfile, PasswordRule>> = {
  dengbao: { shortest: 10, classes: 3, notAgain: 5, expiresAfterDays: 90 },
  asvs: { shortest: 15, classes: 1, notAgain: 0, expiresAfterDays: null },
}

const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u]

type PasswordFault = 'too-short' | 'too-simple' | 'holds-name' | 'too-common'

export function findPasswordFault(
  password: string,
  names: readonly string[],
  profile: PasswordProfile,
): PasswordFault | null {
  const { shortest, classes } = PASSWORD_RULES[profile]
  if ([...password].length < shortest) return 'too-short'
  if (CLASSES.filter((one) => one.test(password)).length < classes) return 'too-simple'
  const folded = password.toLowerCase()
  if (names.some((name) => name.length >= 2 && folded.includes(name.toLowerCase()))) return 'holds-name'
  return isCommon(password) ? 'too-common' : null
}

export function requireGoodPassword(password: string, names: readonly string[], profile: PasswordProfile): void {
  const fault = findPasswordFault(password, names, profile)
  if (fault !== null) refuse('password-refused', { reason: fault })
}

export function hasExpired(setAt: Temporal.Instant | null, profile: PasswordProfile, now: Temporal.Instant): boolean {
  const { expiresAfterDays } = PASSWORD_RULES[profile]
  return setAt !== null && expiresAfterDays !== null && now.since(setAt).total('days') > expiresAfterDays
}
