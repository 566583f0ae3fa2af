import type { LintCatalogue } from '../lint-catalogue.ts'

/** Texts, safeguards and what they promise. */
export const CONTENT_WORDING = {
  'text-truncated': {
    severity: 'warning',
    message: {
      zh: '“{field}”在“{ending}”处中断，没有句末标点。',
      en: '"{field}" stops at "{ending}" without final punctuation.',
    },
    why: { zh: '文字可能被系统截断，后面的内容已丢失。', en: 'The text was probably cut off and its end lost.' },
    advice: { zh: '请补全文字。', en: 'Complete the text.' },
  },
  'text-repeated': {
    severity: 'hint',
    message: { zh: '“{field}”照抄了“{other}”。', en: '"{field}" repeats "{other}" word for word.' },
    why: { zh: '两栏问的是两件事，照抄等于没有回答。', en: 'The two ask different things; a copy answers neither.' },
    advice: { zh: '请分别填写。', en: 'Answer each on its own.' },
  },
  'text-nearly-repeated': {
    severity: 'hint',
    message: {
      zh: '“{field}”与“{other}”几乎相同，差别在于：{differences}。',
      en: '"{field}" is nearly "{other}"; they differ in: {differences}.',
    },
    why: { zh: '范围或说法前后不一，不知以哪个为准。', en: 'Scope or wording differs; it is open which one holds.' },
    advice: { zh: '请统一，或说明为何不同。', en: 'Make them agree, or say why they differ.' },
  },
  'goal-object-unknown': {
    severity: 'hint',
    message: {
      zh: '目标讲的是“{objects}”，而项目做的是“{others}”。',
      en: 'The goal speaks of {objects}; the project is about {others}.',
    },
    why: { zh: '目标与项目内容不符，可能抄自别的项目。', en: 'Goal and project differ; it may be copied.' },
    advice: { zh: '请按本项目内容改写目标。', en: 'Write the goal for this project.' },
  },
  'document-misfits-category': {
    severity: 'hint',
    message: {
      zh: '“{document}”是工作记录，不是“{category}”。',
      en: '"{document}" is a record of work, not a "{category}".',
    },
    why: {
      zh: '制度保障要的是管理规定，记录只能证明执行。',
      en: 'The safeguard asks for rules; records only prove they were followed.',
    },
    advice: { zh: '请填写相应的办法、规定或细则。', en: 'Name the regulation or procedure.' },
  },
  'safeguard-phase-missing': {
    severity: 'warning',
    message: { zh: '“{document}”没有勾选保障阶段。', en: 'No phase is ticked for "{document}".' },
    why: { zh: '至少要说明在哪个阶段起作用。', en: 'It must guard at least one phase.' },
    advice: { zh: '请勾选至少一个阶段。', en: 'Tick at least one phase.' },
  },
  'safeguard-document-missing': {
    severity: 'warning',
    message: { zh: '“{category}”没有写文件名称。', en: '"{category}" names no document.' },
    why: { zh: '没有文件就没有制度保障。', en: 'Without a document there is no safeguard.' },
    advice: { zh: '请填写文件名称。', en: 'Name the document.' },
  },
  'promise-without-indicator': {
    severity: 'hint',
    message: {
      zh: '文中承诺“{promise}”，没有对应的指标。',
      en: 'The text promises "{promise}", and no indicator measures it.',
    },
    why: { zh: '写进文字的承诺同样要举证。', en: 'A promise in the text must be proved as well.' },
    advice: { zh: '请增加指标，或从文字中删去。', en: 'Add an indicator, or take it out of the text.' },
  },
  'goal-target-differs': {
    severity: 'hint',
    message: {
      zh: '目标写“{promise}”，指标“{indicator}”却是“{target}”。',
      en: 'The goal says "{promise}", the indicator "{indicator}" says "{target}".',
    },
    why: { zh: '同一承诺两个数，不知按哪个考核。', en: 'One promise with two numbers cannot be evaluated.' },
    advice: { zh: '请统一数值。', en: 'Use one number.' },
  },
  'procurement-denied': {
    severity: 'warning',
    message: { zh: '“{field}”填“否”，文中却说“{word}”。', en: '"{field}" says no, yet the text speaks of "{word}".' },
    why: {
      zh: '委托第三方服务一般属于政府购买服务。',
      en: 'Services contracted out are normally government procurement of services.',
    },
    advice: { zh: '请核对并改为“是”，或说明理由。', en: 'Check and answer yes, or explain.' },
  },
  'performance-type-misfit': {
    severity: 'warning',
    message: {
      zh: '“{field}”填“{type}”，项目却是运维类。',
      en: '"{field}" says "{type}" although the project is operations and maintenance.',
    },
    why: { zh: '类型决定指标库和评价标准。', en: 'The type decides indicator library and standard.' },
    advice: { zh: '请改选运维类的绩效类型。', en: 'Choose a type for operations.' },
  },
  'row-misfits-project': {
    severity: 'hint',
    message: {
      zh: '升级改造项目列了运维指标“{name}”。',
      en: 'An upgrade project carries the operations indicator "{name}".',
    },
    why: { zh: '可能抄自运维项目。', en: 'It may be copied from an operations project.' },
    advice: { zh: '请改为与建设内容有关的指标。', en: 'Use an indicator of the works themselves.' },
  },
} as const satisfies LintCatalogue
