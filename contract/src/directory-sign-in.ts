import { z } from 'zod'
import { Person, PersonId } from './directory.ts'
import { endpoint } from './endpoint.ts'

/** Password profiles, the second step at signing in, and what administrators do about other people's access. */

export const SignInRules = z.object({
  profile: z.enum(['dengbao', 'asvs']),
  /** Who must use a second step. */
  secondStep: z.enum(['administrators', 'everybody', 'nobody']),
})

const PasswordRule = z.object({
  shortest: z.number().int(),
  /** Of capitals, small letters, digits and signs. */
  classes: z.number().int(),
  /** How many earlier passwords may not come back. */
  notAgain: z.number().int(),
  expiresAfterDays: z.number().int().nullable(),
})

export const signInSafety = {
  readSignInRules: endpoint({
    method: 'GET',
    path: '/sign-in-rules',
    summary: 'What a password must be like, and who needs a second step',
    access: 'anybody',
    refuses: [],
  }).output(SignInRules.extend({ password: PasswordRule })),
  setSignInRules: endpoint({
    method: 'PUT',
    path: '/sign-in-rules',
    summary: 'Choose the password profile and who needs a second step',
    access: { permission: 'directory.set-sign-in-rules' },
    refuses: [],
  })
    .input(SignInRules)
    .output(SignInRules),
  readSecondStep: endpoint({
    method: 'GET',
    path: '/second-step',
    summary: 'Whether I use a second step',
    access: 'signed-in',
    refuses: [],
  }).output(
    z.object({
      isOn: z.boolean(),
      recoveryCodesLeft: z.number().int(),
      /** From when on nothing else is answered without it; null when I need none or have it. */
      neededFrom: z.iso.datetime().nullable(),
    }),
  ),
  beginSecondStep: endpoint({
    method: 'POST',
    path: '/second-step',
    summary: 'Begin a second step (TOTP, RFC 6238): the secret for the authenticator app',
    access: 'signed-in',
    refuses: ['sign-in-failed', 'second-step-on', 'try-later'],
  })
    .input(z.object({ password: z.string().min(1).max(200) }))
    .output(z.object({ secret: z.string(), uri: z.string() })),
  confirmSecondStep: endpoint({
    method: 'POST',
    path: '/second-step/confirmation',
    summary: 'Confirm it by a first code; the answer holds the recovery codes, once',
    access: 'signed-in',
    refuses: ['not-found', 'second-step-on', 'code-wrong', 'try-later'],
  })
    .input(z.object({ code: z.string().max(40) }))
    .output(z.object({ recoveryCodes: z.array(z.string()) })),
  resetSecondStep: endpoint({
    method: 'DELETE',
    path: '/people/{id}/second-step',
    summary: 'Take away a lost second step; the person signs in anew and sets up another',
    access: { permission: 'directory.reset-access' },
    refuses: ['not-found', 'not-to-yourself'],
  })
    .input(z.object({ id: PersonId }))
    .output(z.object({})),
  endSessionsOf: endpoint({
    method: 'DELETE',
    path: '/people/{id}/sessions',
    summary: 'End every session of a person at once',
    access: { permission: 'directory.reset-access' },
    refuses: ['not-found'],
  })
    .input(z.object({ id: PersonId }))
    .output(z.object({ ended: z.number().int() })),
  inviteAgain: endpoint({
    method: 'POST',
    path: '/people/{id}/invitations',
    summary: 'Another one-time link for who never came in; those made before are dead',
    access: { permission: 'directory.manage-people' },
    refuses: ['not-found', 'not-to-yourself', 'has-come-in', 'person-disabled'],
  })
    .input(z.object({ id: PersonId }))
    .output(z.object({ code: z.string() })),
  resetPassword: endpoint({
    method: 'POST',
    path: '/people/{id}/password-resets',
    summary: 'A one-time link for who forgot the password; the second step stays',
    access: { permission: 'directory.reset-access' },
    refuses: ['not-found', 'not-to-yourself', 'never-came-in', 'person-disabled', 'administrator-by-hand'],
  })
    .input(z.object({ id: PersonId }))
    .output(z.object({ code: z.string() })),
  setPersonState: endpoint({
    method: 'PUT',
    path: '/people/{id}/state',
    summary: 'Disable a person, or let them in again',
    access: { permission: 'directory.manage-people' },
    refuses: ['not-found', 'not-to-yourself'],
  })
    .input(z.object({ id: PersonId, state: z.enum(['active', 'disabled']) }))
    .output(Person),
}
