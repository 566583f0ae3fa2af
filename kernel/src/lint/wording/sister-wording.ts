import type { LintCatalogue } from '../lint-catalogue.ts'

/** What other forms of the unit, the review sheet and the revision show. */
export const SISTER_WORDING = {
  'rows-of-sisters-missing': {
    severity: 'hint',
    message: {
      zh: '同类项目都有、本表没有的指标：{names}。',
      en: 'Rows that forms of the same kind have and this one lacks: {names}.',
    },
    why: { zh: '同类项目的指标应当可比。', en: 'Projects of one kind should be comparable.' },
    advice: { zh: '请核对是否遗漏。', en: 'Check whether they were left out.' },
  },
  'name-differs-from-sisters': {
    severity: 'hint',
    message: { zh: '“{name}”在同类项目中写作“{other}”。', en: '"{name}" is called "{other}" on the other forms.' },
    why: { zh: '同一指标名称不同，无法汇总比较。', en: 'One indicator under two names cannot be compared.' },
    advice: { zh: '请统一名称。', en: 'Use one name.' },
  },
  'grades-written-differently': {
    severity: 'hint',
    message: {
      zh: '“{name}”填“{target}”，同类项目写作“{other}”。',
      en: '"{name}" says "{target}", the other forms say "{other}".',
    },
    why: { zh: '意思相同，写法不一。', en: 'The meaning is one, the writing is two.' },
    advice: { zh: '请统一写法，如用“、”分开。', en: 'Write it one way, e.g. separated by 、.' },
  },
  'overview-copied-from-sister': {
    severity: 'hint',
    message: {
      zh: '“{field}”与项目“{project}”的完全相同，没有讲本项目。',
      en: '"{field}" is that of project "{project}" and does not speak of this one.',
    },
    why: { zh: '抄来的概况说明不了本项目。', en: 'A copied overview explains nothing.' },
    advice: { zh: '请按本项目填写。', en: 'Describe this project.' },
  },
  'foreign-subject': {
    severity: 'hint',
    message: {
      zh: '“{name}”问的是“{object}”，那是项目“{project}”的对象。',
      en: '"{name}" is about "{object}", which belongs to project "{project}".',
    },
    why: { zh: '可能抄自另一个项目。', en: 'It was probably copied from there.' },
    advice: { zh: '请改为本项目的服务对象。', en: 'Name the people or things of this project.' },
  },
  'reviewer-named-differently': {
    severity: 'hint',
    message: {
      zh: '审核单位“{reviewer}”在另一张表上写作“{other}”。',
      en: 'The reviewer "{reviewer}" is "{other}" on another form.',
    },
    why: { zh: '按同一单位处理。', en: 'They are taken as one office.' },
    advice: { zh: '请统一名称。', en: 'Use one name.' },
  },
  'revision-indicator-unknown': {
    severity: 'error',
    message: {
      zh: '修订的指标“{indicator}”在申报表中找不到。',
      en: 'The revised indicator "{indicator}" is not on the declaration.',
    },
    why: {
      zh: '只能修订已申报的指标，名称用申报表的一级-二级-三级。',
      en: 'Only declared indicators can be revised, by their three level names.',
    },
    advice: { zh: '请照申报表填写指标名称。', en: 'Use the names of the declaration.' },
  },
  'revision-original-differs': {
    severity: 'error',
    message: {
      zh: '“{indicator}”的原指标值填“{original}”，申报时是“{declared}”。',
      en: 'The original value of "{indicator}" says "{original}"; it was declared as "{declared}".',
    },
    why: { zh: '原指标值必须与申报时一致。', en: 'It must be the declared one.' },
    advice: { zh: '请改为“{declared}”。', en: 'Write "{declared}".' },
  },
  'revision-explanation-missing': {
    severity: 'error',
    message: { zh: '“{indicator}”没有修订说明。', en: '"{indicator}" has no explanation.' },
    why: { zh: '每项修订都要说明并附证明材料。', en: 'Every revision needs a reason and proof.' },
    advice: { zh: '请填写说明并附材料。', en: 'Explain it and attach the proof.' },
  },
} as const satisfies LintCatalogue
