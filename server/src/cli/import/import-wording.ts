import type { Wording } from '@shiji/kernel/wording'

export const IMPORT = {
  usage: {
    zh: '用法：shiji import forms|people|assets|stock|readings 文件… --login 登录名。没有导入任何东西。',
    en: 'usage: shiji import forms|people|assets|stock|readings FILE… --login LOGIN. Nothing was taken.',
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
  oneFile: {
    zh: '--report 和 --links 只写一个文件，请一次导入一份名单。没有导入任何东西。',
    en: '--report and --links write one file: import one list at a time. Nothing was taken.',
  },
  notTaken: { zh: '{file}：{reason}', en: '{file}: {reason}' },
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
} as const satisfies Readonly<Record<string, Wording>>

/** What a list counts. */
export const COUNTED = {
  rows: { zh: '行', en: 'rows' },
  units: { zh: '单位', en: 'units' },
  people: { zh: '人员', en: 'people' },
} as const satisfies Readonly<Record<string, Wording>>
