import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'
import { PASSWORD_RULES } from './password-rules.ts'
import { findSignInRules } from './sign-in-rules.ts'

/** Open to anybody: who accepts an invitation reads the rule before there is an account. */
export async function readSignInRules(context: Context) {
  const rules = await read(context.db, findSignInRules)
  return { ...rules, password: PASSWORD_RULES[rules.profile] }
}
