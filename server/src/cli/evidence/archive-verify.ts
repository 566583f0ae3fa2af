import { createHash } from 'node:crypto'
import { READ_LIMITS } from '@shiji/forms/read/read-limits'
import { READ_PROBLEM_WORDING } from '@shiji/forms/read/read-wording'
import { hashParts } from '@shiji/forms/read/zip/hash-parts'
import { type BundleFault, compareSums, readSums, SUMS_NAME } from '@shiji/kernel/bundle/sums'
import { say, type Wording } from '@shiji/kernel/wording'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { loadBytes, namedFiles } from '../input-file.ts'

const MEGABYTE = 2 ** 20
/** A bundle holds 200 MB of proof files besides its sheets. */
const LIMITS = { ...READ_LIMITS, fileBytes: 256 * MEGABYTE, inflatedBytes: 320 * MEGABYTE }

const WORDS = {
  whole: {
    zh: '{file}：{files} 个文件与包内清单一致。清单摘要值 {sums}，请与归档页面或账上记的核对。',
    en: '{file}: {files} files are as the list in the bundle says. The list has the hash {sums}; compare it with the archive page or the ledger.',
  },
  listMissing: {
    zh: '{file}：包内没有完好的 SHA256SUMS，不是档案包，或清单已损坏。',
    en: '{file}: there is no sound SHA256SUMS in it; this is no archive bundle, or its list is damaged.',
  },
  listUnreadable: {
    zh: '{file}：SHA256SUMS 第 {line} 行读不出来。',
    en: '{file}: line {line} of SHA256SUMS cannot be read.',
  },
} as const satisfies Record<string, Wording>

const FAULTS: Readonly<Record<BundleFault['kind'], Wording>> = {
  changed: { zh: '内容变了：{path}', en: 'changed: {path}' },
  missing: { zh: '缺少：{path}', en: 'missing: {path}' },
  unlisted: { zh: '清单上没有：{path}', en: 'not on the list: {path}' },
}

export const archiveVerify: Command = {
  path: ['archive', 'verify'],
  summary: {
    zh: '核对档案包：每个文件是否与包内清单一致，不需要数据库和网络',
    en: 'verify archive bundles: every file against the list of hashes inside, without database or network',
  },
  usage: 'FILE…',
  options: {},
  run: verify,
}

type Verdict = { readonly file: string; readonly sums: string; readonly files: number; readonly faults: BundleFault[] }

async function verify(call: Call): Promise<ExitCode> {
  const verdicts: Verdict[] = []
  for (const file of namedFiles(archiveVerify, call)) verdicts.push(await judge(file, call))
  if (call.json) call.print(JSON.stringify(verdicts))
  else for (const verdict of verdicts) show(verdict, call)
  return verdicts.every(({ faults }) => faults.length === 0) ? 0 : 2
}

function show({ file, files, sums, faults }: Verdict, { print, language }: Call): void {
  if (faults.length === 0) print(say(WORDS.whole, language, { file, files, sums }))
  for (const { kind, path } of faults) print(`${file}: ${say(FAULTS[kind], language, { path })}`)
}

async function judge(file: string, call: Call): Promise<Verdict> {
  const { language } = call
  const bytes = await loadBytes(file, LIMITS.fileBytes, call)
  const hashed = await hashParts(bytes, { limits: LIMITS, readWhole: SUMS_NAME })
  if (!hashed.ok) {
    const { code, parameters } = hashed.problem
    throw new CallRefused(`${file}: ${say(READ_PROBLEM_WORDING[code], language, parameters)}`, 3)
  }
  const { parts, text } = hashed.value
  if (text === null) throw new CallRefused(say(WORDS.listMissing, language, { file }), 3)
  const listed = readSums(new TextDecoder().decode(text))
  if (!listed.ok) throw new CallRefused(say(WORDS.listUnreadable, language, { file, line: listed.problem }), 3)
  const sums = createHash('sha256').update(text).digest('hex')
  return { file, sums, files: listed.value.length, faults: compareSums(listed.value, parts) }
}
