import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Language, say, type Wording, type WordingParameters } from '@shiji/kernel/wording'
import type { VantageEvent } from '#modules/watch'
import { type Call, CallRefused, type Command, type ExitCode } from '../command.ts'
import { sayReason } from '../system-reasons.ts'

const WORDS = {
  serverMissing: {
    zh: '请用 --server 写明服务器地址，如 https://shiji.example。没有开始查看。',
    en: 'Name the server with --server, such as https://shiji.example. Nothing was started.',
  },
  tokenMissing: {
    zh: '读不到口令文件“{file}”。请把新增监测点时给出的口令存成一行，用 --token-file 指明。没有开始查看。',
    en: 'The token file "{file}" cannot be read. Keep the word the new vantage point was given in one line and name the file with --token-file. Nothing was started.',
  },
  looking: { zh: '从这里为 {server} 查看，按 Ctrl-C 停止。', en: 'Looking from here for {server}; Ctrl-C stops it.' },
  working: {
    zh: '监测点“{name}”：{probes} 个探测；时钟比服务器慢 {clockMs} 毫秒（负数为快）。',
    en: 'Vantage point "{name}": {probes} probes; the clock here is {clockMs} ms behind the server (ahead where negative).',
  },
  remembered: {
    zh: '监测点“{name}”：先按上次的安排查看 {probes} 个探测，直到服务器回来。',
    en: 'Vantage point "{name}": looking at the {probes} probes it had last, until the server is heard.',
  },
  refused: {
    zh: '服务器不认这个口令，已停止查看。请在“探测与可用性”页核对监测点，换口令后重新启动。',
    en: 'The server does not know this word; nothing is looked at. Check the vantage point on the page of probes and start again with a new word.',
  },
  away: {
    zh: '连不上服务器（{reason}），继续查看并重试。',
    en: 'The server cannot be reached ({reason}); looking goes on, and it is tried again.',
  },
  unkept: {
    zh: '安排存不到 {file}（{reason}）。查看照常；但若这时重新启动而服务器不在，就不知道看什么。请腾出磁盘空间或检查权限。',
    en: 'The work cannot be kept in {file} ({reason}). Looking goes on; but started again while the server is away, this place would not know what to look at. Make room on the disk or check its permissions.',
  },
  held: {
    zh: '结果存不到 {file}（{reason}），先留在内存里，最多 {most} 条，程序停下就没有了。请腾出磁盘空间或检查权限。',
    en: 'What is found cannot be written to {file} ({reason}); it waits in memory, {most} answers at most, and is gone when the program stops. Make room on the disk or check its permissions.',
  },
  spooling: { zh: '结果先存在 {file}。', en: 'What is found waits in {file}.' },
  delivered: { zh: '存下的结果已全部送达。', en: 'What waited was delivered.' },
  stopped: { zh: '已停止。', en: 'Stopped.' },
} as const satisfies Readonly<Record<string, Wording>>

export const vantage: Command = {
  path: ['vantage'],
  summary: {
    zh: '作为监测点，从这台机器替服务器查看探测；不需要数据库',
    en: 'be a vantage point: look at probes for a server from this machine, without a database',
  },
  usage: '',
  options: {
    server: {
      kind: 'text',
      placeholder: 'URL',
      describe: { zh: '服务器地址，如 https://shiji.example', en: 'the server, such as https://shiji.example' },
    },
    'token-file': {
      kind: 'text',
      placeholder: 'FILE',
      describe: { zh: '存放监测点口令的文件', en: 'the file that holds the word of this vantage point' },
    },
    spool: {
      kind: 'text',
      placeholder: 'FILE',
      describe: {
        zh: '服务器不在时存放结果的文件（默认在口令文件旁）',
        en: 'where answers wait while the server is away (default: beside the token file)',
      },
    },
    'this-machine': {
      kind: 'flag',
      describe: {
        zh: '也查看本机地址（127.0.0.1 等）；默认不查看',
        en: 'look at addresses of this very machine (127.0.0.1 and the like) too; they are left out otherwise',
      },
    },
  },
  run: lookForServer,
}

async function lookForServer(call: Call): Promise<ExitCode> {
  const server = serverOf(call)
  const tokenFile = resolve(call.texts['token-file'] ?? '')
  const word = (await readFile(tokenFile, 'utf8').catch(() => '')).trim()
  if (word === '') throw new CallRefused(say(WORDS.tokenMissing, call.language, { file: tokenFile }), 3)
  const spoolFile = resolve(call.texts.spool ?? `${tokenFile}.spool`)
  const workFile = `${spoolFile}.work`

  // Loaded here, so that the other commands need not wait for it.
  const { lookFromHere } = await import('#modules/watch')
  const tell = (wording: Wording, parameters?: WordingParameters) => call.tell(say(wording, call.language, parameters))
  tell(WORDS.looking, { server })
  const stop = lookFromHere({
    ...{ server, word, spoolFile, workFile, mayLookHere: call.flags['this-machine'] === true },
    report: (event) => tell(...wordsOf(event, { spoolFile, workFile, language: call.language })),
  })
  if (!call.signal.aborted) await new Promise<void>((ended) => call.signal.addEventListener('abort', () => ended()))
  await stop()
  tell(WORDS.stopped)
  return 0
}

function serverOf(call: Call): string {
  const url = URL.parse(call.texts.server ?? '')
  const isServer = url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === ''
  if (!isServer) throw new CallRefused(say(WORDS.serverMissing, call.language))
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '')
}

type Here = { readonly spoolFile: string; readonly workFile: string; readonly language: Language }

/** What an event is to whoever started this. */
function wordsOf(event: VantageEvent, { spoolFile, workFile, language }: Here): readonly [Wording, WordingParameters] {
  switch (event.kind) {
    case 'working':
      return [WORDS.working, { name: event.name, probes: event.probes, clockMs: event.clockMs }]
    case 'remembered':
      return [WORDS.remembered, { name: event.name, probes: event.probes }]
    case 'unkept':
      return [WORDS.unkept, { file: workFile, reason: sayReason(event.error, language) }]
    case 'refused':
      return [WORDS.refused, {}]
    case 'away':
      return [WORDS.away, { reason: sayReason(event.error, language) }]
    case 'spooling':
      return [WORDS.spooling, { file: spoolFile }]
    case 'held':
      return [WORDS.held, { file: spoolFile, reason: sayReason(event.error, language), most: event.most }]
    case 'delivered':
      return [WORDS.delivered, {}]
  }
}
