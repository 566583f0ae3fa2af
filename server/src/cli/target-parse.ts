import { parseTarget } from '@shiji/kernel/target/parse-target'
import { printTarget } from '@shiji/kernel/target/print-target'
import type { Target } from '@shiji/kernel/target/target'
import { targetToWire } from '@shiji/kernel/target/target-wire'
import { TARGET_NOTES, TARGET_PROBLEMS } from '@shiji/kernel/target/target-wording'
import { type Language, say } from '@shiji/kernel/wording'
import type { Call, Command, ExitCode } from './command.ts'

export const targetParse: Command = {
  path: ['target', 'parse'],
  summary: {
    zh: '读懂指标值：每行一个，从参数或标准输入读',
    en: 'read targets, one a line, from the arguments or standard input',
  },
  usage: '[TEXT…]',
  options: {
    indicator: {
      kind: 'text',
      placeholder: 'NAME',
      describe: { zh: '指标名称，用于判断省略的符号', en: 'the indicator name, for signs left out' },
    },
  },
  run: parseTargets,
}

async function parseTargets(call: Call): Promise<ExitCode> {
  const { indicator } = call.texts
  let unreadable = 0
  for await (const text of call.arguments.length > 0 ? call.arguments : call.lines()) {
    const target = parseTarget(text, indicator === undefined ? {} : { indicator })
    if (target.kind === 'unreadable') unreadable += 1
    call.print(call.json ? JSON.stringify(targetToWire(text, target)) : sayTarget(text, target, call.language))
  }
  return unreadable > 0 ? 2 : 0
}

function sayTarget(text: string, target: Target, language: Language): string {
  const meaning = target.kind === 'unreadable' ? say(TARGET_PROBLEMS[target.problem], language) : printTarget(target)
  const notes = target.notes.map((note) => say(TARGET_NOTES[note], language))
  return [`${text}\t${target.kind}\t${meaning}`, ...notes.map((note) => `\t${note}`)].join('\n')
}
