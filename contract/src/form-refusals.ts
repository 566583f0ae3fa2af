import type { Wording } from '@shiji/kernel/wording'

/** What may be refused of projects, their forms and the indicator library. */
export const FORM_REFUSALS = {
  'template-unknown': {
    status: 422,
    zh: '没有名为“{template}”的表样。没有保存。请在列表中选一份表样。',
    en: 'There is no form template "{template}". Nothing was saved. Choose one of the list.',
  },
  'indicator-known': {
    status: 409,
    zh: '指标库里已有这项承诺，名称是“{name}”。没有新增。请直接选用，或先停用原条目。',
    en: 'The library has this promise already, named "{name}". Nothing was added. Use it, or retire it first.',
  },
  'indicator-retired': {
    status: 409,
    zh: '“{name}”已经停用。没有改动。需要时可恢复。',
    en: '"{name}" is retired already. Nothing was changed. It can be restored.',
  },
  'service-unknown': {
    status: 422,
    zh: '没有名为“{service}”的服务类别。没有新增。请从列出的类别中选择。',
    en: 'There is no kind of service named "{service}". Nothing was added. Choose one of those listed.',
  },
  'not-a-later-year': {
    status: 422,
    zh: '{year} 年不晚于原申报表的 {from} 年。没有建立。请选更晚的年度。',
    en: '{year} is not later than {from}, the year of the declaration. Nothing was made. Choose a later year.',
  },
  'correction-first': {
    status: 409,
    zh: '这个项目以前年度还有 {count} 件整改未答复。没有批复。请等单位答复，或写明仍然批复的意见。',
    en: '{count} notices of earlier years are unanswered for this project. It was not approved. Wait for the answer, or say why it is approved all the same.',
  },
  'not-re-evaluated': {
    status: 409,
    zh: '这份自评还没有复核，没有可以反馈的结果。没有生成反馈书。请在复核提交以后再打印。',
    en: 'This self-evaluation was not scored again yet, so there is no result to give back. No letter was written. Print it after the re-evaluation.',
  },
  'expert-unfit': {
    status: 422,
    zh: '不能请这个人评分：不是评价专家，或属于被评价单位，或经手过这份表，或是审计人员。没有安排。请另选一位。',
    en: 'This person cannot be asked: no expert, of the evaluated unit, somebody who worked on this form, or an auditor. Nobody was asked. Choose another.',
  },
  'expert-asked': {
    status: 409,
    zh: '已经请过这位专家。没有再次安排。请等他评分，或另选一位。',
    en: 'This expert was asked already. Nothing was added. Wait for the score or choose another.',
  },
  'expert-sheet-signed': {
    status: 409,
    zh: '这份评分表已经签名，不能再改，也不能收回。没有保存。如有异议，请写在复核意见里。',
    en: 'This sheet is signed: it can be neither changed nor taken back. Nothing was saved. What is to be said against it belongs in the opinion of the re-evaluation.',
  },
  'form-exists': {
    status: 409,
    zh: '“{project}”{year} 年的这份表已经有了。没有另存。请打开原来的那份修改。',
    en: '"{project}" already has this form for {year}. No second one was saved. Open the existing one.',
  },
  'cell-unknown': {
    status: 422,
    zh: '表上没有“{where}”这个位置。没有保存这次修改。请刷新页面后再改。',
    en: 'The form has no place "{where}". This change was not saved. Reload the page and try again.',
  },
  'cell-unreadable': {
    status: 422,
    zh: '“{where}”处的“{text}”读不成这一格要的内容（金额、数字、年份或标记）。没有保存这次修改。请改正后再保存。',
    en: '"{text}" at "{where}" is not what this cell takes (an amount, a number, a year or a mark). This change was not saved. Correct it and save again.',
  },
  'part-in-use': {
    status: 409,
    zh: '子项目（{where}）还有指标。没有删除。请先把这些指标改到别的子项目，或删去。',
    en: 'The sub-project ({where}) still has indicators. It was not removed. Move or remove them first.',
  },
  'project-unnamed': {
    status: 422,
    zh: '表上没有项目名称，或名称超过 {limit} 个字。没有保存。请填写项目名称。',
    en: 'The form names no project, or the name is longer than {limit} characters. Nothing was saved. Enter the name of the project.',
  },
  'year-missing': {
    status: 422,
    zh: '表上没有年度，或年度不在 {from}–{to} 之间。没有保存。请填写年度。',
    en: 'The form names no year, or none between {from} and {to}. Nothing was saved. Enter the year.',
  },
  'form-locked': {
    status: 409,
    zh: '这份表{why}，“{where}”不能再改。没有保存这次修改。{advice}',
    en: 'This form {why}; "{where}" can no longer be changed. This change was not saved. {advice}',
  },
} as const satisfies Readonly<Record<string, Wording & { readonly status: number }>>
