import type { Wording } from '@shiji/kernel/wording'

export const EXPORT = {
  usage: {
    zh: '用法：shiji export form 项目名称 --form 申报表|自评表 --as docx,xlsx,pdf --login 登录名。没有写出任何文件。',
    en: 'usage: shiji export form PROJECT --form declaration|self-evaluation --as docx,xlsx,pdf --login LOGIN. No file was written.',
  },
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
