import type { Language } from '@shiji/kernel/wording'
import { say, type Wording } from '@shiji/kernel/wording'
import type { ProblemError } from '#desk/api/problem-error.ts'

/** The password rule of profile `dengbao`, shown before anything is typed. */
export const PASSWORD_RULE: Wording = {
  zh: '至少 10 个字符；大写、小写、数字、符号至少三种；不含姓名和登录名。',
  en: 'At least 10 characters; three of capitals, small letters, digits and signs; without name and login.',
}

const FAULTS: Readonly<Record<string, Wording>> = {
  'too-short': { zh: '太短，至少 10 个字符。', en: 'Too short: at least 10 characters.' },
  'too-simple': {
    zh: '种类不够，大写、小写、数字、符号至少要有三种。',
    en: 'Too simple: use three of capitals, small letters, digits and signs.',
  },
  'holds-name': { zh: '含有姓名或登录名，请换一个。', en: 'It holds the name or the login; choose another.' },
  same: { zh: '和现在的密码一样，请换一个。', en: 'It is the present password; choose another.' },
}

/** Why the password field was refused, in words; null when the problem is not the new password's. */
export function passwordFault(problem: ProblemError | null, language: Language): string | null {
  if (problem?.code !== 'password-refused') return null
  const fault = FAULTS[String(problem.parameters.reason)]
  return fault === undefined ? problem.detail : say(fault, language)
}
