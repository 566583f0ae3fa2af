import { PASSWORD_FAULT_WORDS } from '@shiji/contract/refusal-words'
import type { Language } from '@shiji/kernel/wording'
import { say } from '@shiji/kernel/wording'
import { useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'
import type { ProblemError } from '#desk/api/problem-error.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  shortest: { zh: '至少 {shortest} 个字符', en: 'At least {shortest} characters' },
  classes: {
    zh: '大写、小写、数字、符号至少 {classes} 种',
    en: '{classes} of capitals, small letters, digits and signs',
  },
  names: { zh: '不含姓名和登录名，也不是常见密码', en: 'neither name nor login nor a common password' },
  notAgain: { zh: '不与最近 {notAgain} 次相同', en: 'none of the last {notAgain}' },
  expires: { zh: '每 {days} 天更换', en: 'changed every {days} days' },
  between: { zh: '；', en: '; ' },
  end: { zh: '。', en: '.' },
} as const

/** The rule the security administrator chose, said before anything is typed. */
export function usePasswordRule(): string {
  const words = useWords(WORDS)
  const rule = useQuery(queries.signInSafety.readSignInRules.queryOptions()).data?.password
  if (rule === undefined) return ''
  const { shortest, classes, notAgain, expiresAfterDays } = rule
  const parts = [
    words('shortest', { shortest }),
    ...(classes > 1 ? [words('classes', { classes })] : []),
    words('names'),
    ...(notAgain > 0 ? [words('notAgain', { notAgain })] : []),
    ...(expiresAfterDays === null ? [] : [words('expires', { days: expiresAfterDays })]),
  ]
  return `${parts.join(words('between'))}${words('end')}`
}

/** Why the password field was refused, in words; null when the problem is not the new password's. */
export function passwordFault(problem: ProblemError | null, language: Language): string | null {
  if (problem?.code !== 'password-refused') return null
  const fault = PASSWORD_FAULT_WORDS[String(problem.parameters.reason)]
  return fault === undefined ? problem.detail : `${say(fault, language)}${say(WORDS.end, language)}`
}
