import { type Language, say, type Wording } from '@shiji/kernel/wording'
import { CLI } from './cli-wording.ts'
import type { Command, Option } from './command.ts'

/** Options every command understands. */
export const COMMON_OPTIONS: Readonly<Record<string, Option>> = {
  json: { kind: 'flag', describe: CLI.json },
  lang: { kind: 'text', placeholder: 'zh|en', describe: CLI.language },
  help: { kind: 'flag', describe: CLI.help },
}

export function helpOverview(commands: readonly Command[], language: Language): string {
  const rows = commands.map((command): [string, Wording] => [usageOf(command), command.summary])
  return [
    say(CLI.title, language),
    '',
    `${say(CLI.commands, language)}:`,
    ...columns(rows, language),
    '',
    `${say(CLI.options, language)}:`,
    ...columns(optionRows(COMMON_OPTIONS), language),
    '',
    say(CLI.exitCodes, language),
    say(CLI.more, language),
  ].join('\n')
}

export function helpOn(command: Command, language: Language): string {
  return [
    say(command.summary, language),
    '',
    `${say(CLI.usage, language)}: ${usageOf(command)}`,
    '',
    `${say(CLI.options, language)}:`,
    ...columns(optionRows({ ...command.options, ...COMMON_OPTIONS }), language),
    '',
    say(CLI.exitCodes, language),
  ].join('\n')
}

export function usageOf(command: Command): string {
  return ['shiji', ...command.path, command.usage].join(' ').trim()
}

function optionRows(options: Readonly<Record<string, Option>>): [string, Wording][] {
  return Object.entries(options).map(([name, option]) => [
    option.kind === 'flag' ? `--${name}` : `--${name} ${option.placeholder ?? name.toUpperCase()}`,
    option.describe,
  ])
}

function columns(rows: readonly [string, Wording][], language: Language): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${say(right, language)}`)
}
