import { resolve } from 'node:path'
import { type Language, say } from '@shiji/kernel/wording'
import { LEDGER_FAULTS, LEDGER_VERIFY } from '#platform/ledger/ledger-wording'
import type { TenantVerdict, Verdict } from '#platform/ledger/verify-all'
import type { LedgerFault } from '#platform/ledger/verify-ledger'
import type { Call, Command, ExitCode } from '../command.ts'
import { DATA_OPTION, defaultDataFolder } from '../data-option.ts'
import { onDatabaseThere } from '../on-database.ts'

export const ledgerVerify: Command = {
  path: ['ledger', 'verify'],
  summary: {
    zh: '核对账本：每个区的每条记录、封条和库外留存是否一致',
    en: 'verify the ledger: every entry and seal of every district against the heads kept outside the database',
  },
  usage: '',
  options: { data: DATA_OPTION },
  run: verify,
}

async function verify(call: Call): Promise<ExitCode> {
  const dataFolder = resolve(call.texts.data ?? defaultDataFolder())
  // Loaded here, so that the other commands need not wait for a database they do not ask.
  const { verifyAll } = await import('#platform/ledger/verify-all')
  const verdict = await onDatabaseThere(call, dataFolder, (pool) => verifyAll(pool, dataFolder))
  const isWhole = verdict.unreadable.length === 0 && verdict.tenants.every(({ faults }) => faults.length === 0)
  if (call.json) call.print(JSON.stringify({ whole: isWhole, ...toWire(verdict, call.language) }))
  else show(verdict, { call, dataFolder })
  return isWhole ? 0 : 2
}

function toWire({ tenants, unreadable }: Verdict, language: Language) {
  return {
    tenants: tenants.map(({ schema, entries, anchors, faults }) => ({
      schema,
      entries: entries.toString(),
      anchors,
      faults: faults.map((fault) => ({ ...wordsOf(fault), kind: fault.kind, message: sayFault(fault, language) })),
    })),
    unreadable: unreadable.map(({ file, line }) => ({ file, line })),
  }
}

type Shown = { readonly call: Call; readonly dataFolder: string }

function show({ tenants, unreadable }: Verdict, { call, dataFolder }: Shown): void {
  for (const tenant of tenants) showTenant(tenant, { call, dataFolder })
  for (const { file, line } of unreadable) call.print(say(LEDGER_VERIFY.unreadable, call.language, { file, line }))
}

function showTenant({ schema, entries, anchors, faults }: TenantVerdict, { call, dataFolder }: Shown): void {
  const { language } = call
  for (const fault of faults) {
    call.print(say(LEDGER_VERIFY.fault, language, { schema, sentence: sayFault(fault, language) }))
  }
  if (faults.length === 0) {
    call.print(say(LEDGER_VERIFY.whole, language, { schema, entries: entries.toString(), anchors }))
  }
  if (anchors === 0 && entries > 0n) call.tell(say(LEDGER_VERIFY.noAnchor, language, { schema, folder: dataFolder }))
}

export function sayFault(fault: LedgerFault, language: Language): string {
  return say(LEDGER_FAULTS[fault.kind], language, wordsOf(fault))
}

function wordsOf({ kind: _kind, ...facts }: LedgerFault): Record<string, string> {
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, String(value)]))
}
