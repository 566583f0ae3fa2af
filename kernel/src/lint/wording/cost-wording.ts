import type { LintCatalogue } from '../lint-catalogue.ts'

/** Cost lines, sub-projects and their names. */
export const COST_WORDING = {
  'line-basis-missing': {
    severity: 'hint',
    message: {
      zh: '{count}行明细没有写单价或数量的依据（第一行“{item}”）。',
      en: '{count} cost lines give no basis for price or quantity (first: "{item}").',
    },
    why: { zh: '没有依据，审核人无法判断价格是否合理。', en: 'Without a basis nobody can judge the price.' },
    advice: { zh: '请写明询价、合同、标准或往年数据。', en: 'Name the quotation, contract, standard or past figure.' },
  },
  'quantity-unit-missing': {
    severity: 'hint',
    message: {
      zh: '{count}行明细的数量没有计量单位（第一行“{item}”数量{quantity}）。',
      en: '{count} cost lines have a quantity without a unit (first: "{item}", {quantity}).',
    },
    why: { zh: '不知道是5台、5人月还是5个学校。', en: 'Five machines, months or schools are not the same.' },
    advice: { zh: '请在依据或备注中写明单位。', en: 'State the unit beside the quantity.' },
  },
  'unit-price-repeated': {
    severity: 'hint',
    message: {
      zh: '{count}行明细单价都是{price}，名称几乎相同（第一行“{item}”）。',
      en: '{count} lines share the unit price {price} and nearly the same name (first: "{item}").',
    },
    why: {
      zh: '按同一单价拆成多行，看不出各买了什么。',
      en: 'One price split over several lines hides what is bought.',
    },
    advice: { zh: '请写清每行的内容，或合并为一行。', en: 'Say what each line buys, or make them one line.' },
  },
  'service-classed-as-hardware': {
    severity: 'warning',
    message: { zh: '“{item}”是{word}，却列在“{content}”。', en: '"{item}" is {word}, yet it is classed "{content}".' },
    why: {
      zh: '租用和服务不形成资产，科目与硬件不同。',
      en: 'Rentals and services make no asset and belong to another account.',
    },
    advice: { zh: '请改列服务类。', en: 'Class it as a service.' },
  },
  'name-nearly-equal': {
    severity: 'warning',
    message: {
      zh: '“{name}”与项目名称“{project}”只差几个字。',
      en: '"{name}" differs from the project name "{project}" by a few characters.',
    },
    why: { zh: '名称不一致，无法确认是同一个项目。', en: 'Different names leave open whether it is the same project.' },
    advice: { zh: '请统一名称。', en: 'Use one name.' },
  },
  'line-project-differs': {
    severity: 'warning',
    message: {
      zh: '这一行的项目名称“{name}”与表头“{project}”不同。',
      en: 'The project of this line, "{name}", is not the form\'s "{project}".',
    },
    why: { zh: '各页各行的项目名称必须一致。', en: 'Every part of the form must name the same project.' },
    advice: { zh: '请核对是否抄自别的项目。', en: 'Check whether the line was copied from another project.' },
  },
  'part-name-repeated': {
    severity: 'warning',
    message: {
      zh: '{count}个子项目同名“{name}”，名称可能被截断。',
      en: '{count} sub-projects are all called "{name}"; the names may be cut off.',
    },
    why: { zh: '同名的子项目无法分别核算和跟踪。', en: 'Sub-projects of one name cannot be followed apart.' },
    advice: { zh: '请写出完整、不同的名称。', en: 'Write full and different names.' },
  },
  'part-not-described': {
    severity: 'hint',
    message: {
      zh: '子项目“{name}”在项目概况中没有提到。',
      en: 'The sub-project "{name}" is not mentioned in the overview.',
    },
    why: { zh: '概况没有的内容却有预算。', en: 'Money is asked for something the overview does not describe.' },
    advice: { zh: '请在概况中补充，或核对子项目。', en: 'Describe it, or check the sub-project.' },
  },
  'overview-item-without-part': {
    severity: 'hint',
    message: {
      zh: '项目概况列出的“{items}”没有对应的子项目。',
      en: 'The overview lists {items}, but no sub-project names them.',
    },
    why: { zh: '看不出这些内容花多少钱。', en: 'What they cost cannot be seen.' },
    advice: {
      zh: '请按内容分列子项目，或说明归在哪一项。',
      en: 'Split the sub-projects accordingly, or say where they belong.',
    },
  },
  'classified-content': {
    severity: 'hint',
    message: { zh: '“{field}”提到“{word}”内容。', en: '"{field}" speaks of "{word}" (classified) content.' },
    why: {
      zh: '涉密系统的数据不得录入，公开时也要除外。',
      en: 'Data of classified systems must not be entered nor made public.',
    },
    advice: { zh: '请标记该部分，只保留名称和金额。', en: 'Mark that part; keep its name and amount only.' },
  },
} as const satisfies LintCatalogue
