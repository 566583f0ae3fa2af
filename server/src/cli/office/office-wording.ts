import type { Wording } from '@shiji/kernel/wording'

export const OFFICE = {
  importUsage: {
    zh: '用法：shiji import forms|people|assets|stock|readings 文件… --login 登录名。没有导入任何东西。',
    en: 'usage: shiji import forms|people|assets|stock|readings FILE… --login LOGIN. Nothing was taken.',
  },
  exportUsage: {
    zh: '用法：shiji export form 项目名称 --form 申报表|自评表 --as docx,xlsx,pdf --login 登录名。没有写出任何文件。',
    en: 'usage: shiji export form PROJECT --form declaration|self-evaluation --as docx,xlsx,pdf --login LOGIN. No file was written.',
  },
  noLogin: {
    zh: '请用 --login 写明以谁的身份办理：权限按这个人的，账本记这个人。没有改动任何东西。',
    en: 'Say with --login on whose behalf: their permissions count and the ledger names them. Nothing was changed.',
  },
  noPassword: {
    zh: '没有口令。请放进环境变量 SHIJI_PASSWORD，或从标准输入给出一行；不要写在命令里。没有改动任何东西。',
    en: 'There is no password. Put it into SHIJI_PASSWORD or give it as one line of standard input, never in the command. Nothing was changed.',
  },
  password: { zh: '{login} 的口令：', en: 'Password of {login}: ' },
  noServer: {
    zh: '{server} 没有应答（{reason}）。请先启动实绩，或用 --server 写明网址；没有改动任何东西。',
    en: '{server} does not answer ({reason}). Start Shiji first, or name its address with --server; nothing was changed.',
  },
  notShiji: {
    zh: '{server} 应答的不是实绩（HTTP {status}）。请检查 --server；没有改动任何东西。',
    en: 'What answers at {server} is not Shiji (HTTP {status}). Check --server; nothing was changed.',
  },
  wrongServer: {
    zh: '“{server}”不是网址。请写成 http://主机:端口 的样子。',
    en: '"{server}" is no address. Write it like http://host:port.',
  },
  counts: {
    zh: '{what}：新增 {made}，更改 {changed}，不变 {unchanged}',
    en: '{what}: {made} new, {changed} changed, {unchanged} unchanged',
  },
  wrong: {
    zh: '{file}：{rows} 行有 {cells} 个单元格不对，整份没有导入。改好后再导入。',
    en: '{file}: {cells} cells in {rows} rows are wrong, and nothing of it was taken. Correct it and import again.',
  },
  cell: { zh: '  {sheet}!{cell}  {reason}', en: '  {sheet}!{cell}  {reason}' },
  more: {
    zh: '  ……还有 {count} 处，用 --report 取标注好的文件',
    en: '  … {count} more; --report writes the file with all marked',
  },
  looked: {
    zh: '{file}：可以导入；这次只看，没有导入。',
    en: '{file}: can be taken; this was only a look, nothing was taken.',
  },
  taken: { zh: '{file}：已导入。', en: '{file}: taken.' },
  reported: { zh: '标注好的文件：{path}', en: 'The marked file: {path}' },
  links: {
    zh: '一次性链接 {count} 条写在 {path}，每人一条，请当面交给本人后删除这个文件。',
    en: '{count} one-time links are in {path}, one a person; hand them over and delete the file.',
  },
  noLinks: {
    zh: '导入人员会生成新人的一次性链接，请用 --links 写明写到哪个文件。没有导入任何东西。',
    en: 'Taking people makes one-time links for new ones: say with --links where to write them. Nothing was taken.',
  },
  linksThere: {
    zh: '“{path}”已经有了，没有覆盖，也没有导入任何东西。请换一个文件名。',
    en: '"{path}" exists already; it was not written over, and nothing was taken. Name another file.',
  },
  noForm: { zh: '{file}：没有读到表。', en: '{file}: no form was read in it.' },
  form: {
    zh: '{project} {year} {stage}：{outcome}，{doubts} 处疑问，{findings} 条发现',
    en: '{project} {year} {stage}: {outcome}, {doubts} doubts, {findings} findings',
  },
  refused: { zh: '{project} {year} {stage}：{refused}', en: '{project} {year} {stage}: {refused}' },
  saved: { zh: '已存为草稿', en: 'kept as a draft' },
  seen: { zh: '只看，没有存', en: 'looked at, not kept' },
  unknownProject: {
    zh: '没有找到项目“{name}”，或者您看不到它。没有写出任何文件。',
    en: 'There is no project "{name}", or you may not see it. No file was written.',
  },
  severalProjects: {
    zh: '“{name}”能对上几个项目：{names}。请写全名；没有写出任何文件。',
    en: '"{name}" fits several projects: {names}. Write the whole name; no file was written.',
  },
  noSheet: {
    zh: '“{name}”没有这样的表（{form}，{year}）。有的是：{known}。没有写出任何文件。',
    en: '"{name}" has no such sheet ({form}, {year}). There are: {known}. No file was written.',
  },
  anyYear: { zh: '任何年度', en: 'any year' },
} as const satisfies Readonly<Record<string, Wording>>

/** What a list counts. */
export const COUNTED = {
  rows: { zh: '行', en: 'rows' },
  units: { zh: '单位', en: 'units' },
  people: { zh: '人员', en: 'people' },
} as const satisfies Readonly<Record<string, Wording>>

/** The sheets as people call them. */
export const SHEETS = {
  declaration: { zh: '申报表', en: 'declaration' },
  review: { zh: '审核表', en: 'review' },
  revision: { zh: '调整表', en: 'revision' },
  monitoring: { zh: '监控表', en: 'monitoring' },
  'self-evaluation': { zh: '自评表', en: 'self-evaluation' },
} as const satisfies Readonly<Record<string, Wording>>
