import type { SignInRules } from '@shiji/contract/directory-sign-in'
import type { z } from 'zod'
import { type Context, requirePermission } from '#platform/context'
import { inTransaction } from '#platform/database/transaction'
import { recordInLedger } from '#platform/ledger/record-in-ledger'
import { findSignInRules } from './sign-in-rules.ts'

export async function setSignInRules(context: Context, rules: z.infer<typeof SignInRules>) {
  requirePermission(context, 'directory.set-sign-in-rules')

  return inTransaction(context.db, async (tx) => {
    const before = await findSignInRules(tx)

    await tx
      .insertInto('directorySignInRules')
      .values(rules)
      .onConflict((conflict) => conflict.column('onlyOne').doUpdateSet(rules))
      .execute()
    await recordInLedger(tx, context, { did: 'directory.sign-in-rules-set', before, after: rules })
    return rules
  })
}
