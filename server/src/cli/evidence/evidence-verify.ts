import { PACK_WORDS, sayPackFault } from '@shiji/kernel/bundle/pack-wording'
import type { PackVerdict } from '@shiji/kernel/bundle/verify-pack'
import { say } from '@shiji/kernel/wording'
import type { Call, Command, ExitCode } from '../command.ts'
import { loadBytes, namedFiles } from '../input-file.ts'

/** The proof files of a year and a form of it, with room to spare. */
const MOST_BYTES = 512 * 2 ** 20

export const evidenceVerify: Command = {
  path: ['evidence', 'verify'],
  summary: {
    zh: '核对证据包：每个字节、每条记录和账本链接，不需要数据库和网络',
    en: 'verify evidence packs: every byte, every record and the link of the ledger, without database or network',
  },
  usage: 'PACK…',
  options: {},
  run: verify,
}

type Verified = { readonly file: string; readonly verdict: PackVerdict }

async function verify(call: Call): Promise<ExitCode> {
  const { verifyPack } = await import('@shiji/kernel/bundle/verify-pack')
  const { hashNow } = await import('@shiji/kernel/bundle/hashing')
  const { hash } = await import('node:crypto')
  const { ZIP_TEXT } = await import('#platform/files/write-zip')
  const verified: Verified[] = []
  for (const file of namedFiles(evidenceVerify, call)) {
    const bytes = new Uint8Array(await loadBytes(file, MOST_BYTES, call))
    verified.push({ file, verdict: hashNow(verifyPack(bytes, ZIP_TEXT), (one) => hash('sha256', one)) })
  }
  if (call.json) call.print(JSON.stringify(verified.map((one) => toWire(one, call))))
  else for (const one of verified) show(one, call)
  if (verified.some(({ verdict }) => verdict.head === null)) return 3
  return verified.every(({ verdict }) => verdict.faults.length === 0) ? 0 : 2
}

function toWire({ file, verdict: { faults, head, ledger, ...rest } }: Verified, { language }: Call) {
  return {
    file,
    whole: faults.length === 0,
    ...rest,
    head: head?.facts ?? null,
    ledger: ledger && { number: ledger.number, sealedAt: ledger.sealedAt, sha256: ledger.sha256, sm3: ledger.sm3 },
    faults: faults.map((fault) => ({ ...fault, message: sayPackFault(fault, language) })),
  }
}

function show({ file, verdict }: Verified, { print, language }: Call): void {
  const { faults, head, ledger, root, lines, masked, withheld } = verdict
  const { district, unit, project, year, asOf } = head?.facts ?? {}
  if (head !== null) print(`${file}: ${[district, unit, project, year, asOf].join(' · ')}`)
  if (faults.length === 0) print(say(PACK_WORDS.whole, language, { lines }))
  else print(say(PACK_WORDS.faulty, language, { count: faults.length }))
  for (const fault of faults) print(sayPackFault(fault, language))
  if (masked > 0) print(say(PACK_WORDS.masked, language, { masked, withheld }))
  print(say(PACK_WORDS.root, language, { root }))
  if (ledger !== null) {
    const { number, sealedAt, sha256, sm3 } = ledger
    print(say(PACK_WORDS.anchor, language, { number, sealedAt, sha256, sm3 }))
  }
}
