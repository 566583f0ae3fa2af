import { refuse } from '#platform/refusal'

/**
 * Profile `dengbao` (GB/T 22239, security.md D1): at least ten characters, three of four classes, and no name in it.
 * Profile `asvs`: length counts, composition does not.
 */
export type PasswordProfile = 'dengbao' | 'asvs'

const SHORTEST: Readonly<Record<PasswordProfile, number>> = { dengbao: 10, asvs: 15 }
const CLASSES = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u]

export type PasswordFault = 'too-short' | 'too-simple' | 'holds-name'

export function findPasswordFault(
  password: string,
  names: readonly string[],
  profile: PasswordProfile,
): PasswordFault | null {
  if ([...password].length < SHORTEST[profile]) return 'too-short'
  if (profile === 'dengbao' && CLASSES.filter((one) => one.test(password)).length < 3) return 'too-simple'
  const folded = password.toLowerCase()
  return names.some((name) => name.length >= 2 && folded.includes(name.toLowerCase())) ? 'holds-name' : null
}

export function requireGoodPassword(
  password: string,
  names: readonly string[],
  profile: PasswordProfile = 'dengbao',
): void {
  const fault = findPasswordFault(password, names, profile)
  if (fault !== null) refuse('password-refused', { reason: fault })
}
