import type { Wording } from '@shiji/kernel/wording'

/** Every sentence the command line itself says. */
export const CLI = {
  title: {
    zh: '实绩 shiji：把正式表读进来、核出来、写出去。',
    en: 'shiji (实绩): reads official performance forms, checks them, scores them and writes them.',
  },
  commands: { zh: '命令', en: 'Commands' },
  options: { zh: '选项', en: 'Options' },
  usage: { zh: '用法', en: 'Usage' },
  exitCodes: {
    zh: '退出码：0 正常 · 1 命令写错 · 2 有发现 · 3 文件读不了',
    en: 'Exit codes: 0 fine · 1 wrong call · 2 findings · 3 unreadable input',
  },
  json: { zh: '输出 JSON（进度和提示走标准错误）', en: 'print JSON (progress and notes go to standard error)' },
  language: { zh: '语言：zh 或 en', en: 'language: zh or en' },
  help: { zh: '显示帮助', en: 'show this help' },
  more: { zh: '某个命令的帮助：shiji <命令> --help', en: 'help on one command: shiji <command> --help' },
  unknownCommand: {
    zh: '没有“{name}”这个命令。可用的命令见 shiji --help',
    en: 'There is no command "{name}". See shiji --help',
  },
  wrongOption: { zh: '{problem}。用法：{usage}', en: '{problem}. Usage: {usage}' },
  unknownOption: { zh: '没有“{name}”这个选项', en: 'There is no option "{name}"' },
  optionNeedsValue: { zh: '选项“{name}”后面要写值', en: 'Option "{name}" needs a value' },
  flagTakesNoValue: { zh: '选项“{name}”不带值', en: 'Option "{name}" takes no value' },
  unknownLanguage: { zh: '语言只能是 zh 或 en，收到“{name}”', en: 'The language is zh or en, not "{name}"' },
  fileMissing: { zh: '请写出要处理的文件。用法：{usage}', en: 'Name the file to work on. Usage: {usage}' },
  fileNotFound: {
    zh: '找不到文件“{file}”。请检查路径；没有改动任何东西。',
    en: 'There is no file "{file}". Check the path; nothing was changed.',
  },
  fileUnreadable: {
    zh: '打不开文件“{file}”（{reason}）。没有改动任何东西。',
    en: 'The file "{file}" cannot be opened ({reason}). Nothing was changed.',
  },
  fileIsFolder: {
    zh: '“{file}”是文件夹。请写出里面的文件；没有改动任何东西。',
    en: '"{file}" is a folder. Name the files inside it; nothing was changed.',
  },
  jsonUnreadable: {
    zh: '{file} 不是 shiji form read --json 输出的内容，或者不完整。请重新生成，或直接给原文件；没有改动任何东西。',
    en: '{file} is not what shiji form read --json prints, or it is cut off. Make it again, or give the file itself; nothing was changed.',
  },
  placeRefused: {
    zh: '用不了“{place}”（{reason}）。请检查路径、权限和磁盘空间，再试一次。',
    en: '"{place}" cannot be used ({reason}). Check the path, its permissions and the room on the disk, and try again.',
  },
  noFormInside: {
    zh: '{files} 里没有找到绩效表：没有指标表头，也没有项目名称。请确认文件；没有改动任何东西。',
    en: 'No performance form was found in {files}: no indicator head and no project name. Check the file; nothing was changed.',
  },
  lintSummary: {
    zh: '{errors} 处错误 · {warnings} 处提醒 · {hints} 条参考',
    en: '{errors} errors · {warnings} warnings · {hints} hints',
  },
  requestUnreadable: {
    zh: '{file} 不是能打分的请求：{problem}。没有打分。请对照 docs/command-line.md 里的例子。',
    en: '{file} is no request that can be scored: {problem}. Nothing was scored. See the example in docs/command-line.md.',
  },
  nothingToScore: {
    zh: '{file} 里没有指标行，无法打分。请给自评表或评分请求。',
    en: '{file} holds no indicator rows, so nothing can be scored. Give a self-evaluation or a request.',
  },
  packUnknown: {
    zh: '没有规则包“{name}”。现有：{known}。没有打分。',
    en: 'There is no rule pack "{name}". Known: {known}. Nothing was scored.',
  },
  packEarliest: {
    zh: '{year} 年还没有规则包，按最早的 {pack} 打分；可用 --pack 另选：{known}',
    en: 'No rule pack ruled the year {year} yet; scored by the earliest, {pack}. Name another with --pack: {known}',
  },
  packMissing: {
    zh: '{year} 年没有可用的规则包。请用 --pack 指定。没有打分。',
    en: 'No rule pack ruled the year {year}. Name one with --pack. Nothing was scored.',
  },
  total: { zh: '  总分 {total}  {grade}{own}', en: '  total {total}  {grade}{own}' },
  printedTotal: { zh: '（按表上自评得分 {total}）', en: ' (with the scores printed on the form {total})' },
  unknownFormat: {
    zh: '不会写“{name}”格式。可以写：{known}。没有写出任何文件。',
    en: 'The format "{name}" is not written. Known: {known}. No file was written.',
  },
  templateNeeded: {
    zh: '不知道按哪份表样写（{name}）。请用 --template 指定：{known}。没有写出任何文件。',
    en: 'It is not clear which template to write ({name}). Name one with --template: {known}. No file was written.',
  },
  validSince: { zh: '{from} 起', en: 'since {from}' },
  bug: {
    zh: '程序出错了，这不是您的文件的问题：{problem}',
    en: 'The program failed; this is not the fault of your file: {problem}',
  },
  cancelled: { zh: '已取消，没有写出任何文件。', en: 'Cancelled; no file was written.' },
} as const satisfies Record<string, Wording>
