import type { Wording } from '../wording.ts'

/** What can be wrong with a template; `checkTemplate` raises only these codes. */
export const TEMPLATE_WORDING = {
  'cell-without-room': {
    zh: '第{row}行的单元格多于{columns}列，请减少单元格或合并列数。',
    en: 'Row {row} has more cells than its {columns} columns have room for: take cells away or narrow their spans.',
  },
  'cell-beyond-table': {
    zh: '第{row}行的单元格“{text}”合并到了表格之外。',
    en: 'In row {row} the cell "{text}" spans beyond the table: shorten its span.',
  },
  'cells-overlap': {
    zh: '第{row}行第{column}列被两个单元格占用。',
    en: 'Two cells cover row {row}, column {column}: correct a span above or to the left.',
  },
  'place-uncovered': {
    zh: '第{row}行第{column}列没有单元格，空白处也要写一个空单元格。',
    en: 'No cell covers row {row}, column {column}: a blank place needs an empty cell too.',
  },
  'table-too-wide': {
    zh: '各列共宽{width}毫米，版心只有{room}毫米。',
    en: 'The columns take {width} mm, the type area has {room} mm: make columns narrower.',
  },
  'style-unknown': {
    zh: '样式“{style}”没有定义。',
    en: 'The style "{style}" is not defined under "styles".',
  },
  'head-rows-unfit': {
    zh: '表头的{rows}行超出表格、含有重复行或有单元格跨到表身，表头只能是自成一体的固定行。',
    en: 'The {rows} head rows reach beyond the table, into a repeat row or into the body: head rows are fixed and whole.',
  },
  'repeat-cell-spans-rows': {
    zh: '重复行中的单元格“{text}”不能跨行，请改用 join。',
    en: 'The cell "{text}" of a repeat row cannot span rows: use "join" instead.',
  },
  'join-outside-repeat': {
    zh: '单元格“{text}”不在重复行中，不能使用 join。',
    en: 'The cell "{text}" is not in a repeat row and cannot "join" the rows below.',
  },
  'given-not-possible': {
    zh: '“{over}”的行不能预先给定，只有制度保障和审核意见可以。',
    en: 'Rows over "{over}" cannot be given: only safeguards and reviews have fixed rows.',
  },
  'placeholder-unknown': {
    zh: '“{written}”在此处没有对应的内容，请检查地址和格式。',
    en: '"{written}" names nothing that can stand here: check its address and format.',
  },
  'format-unfit': {
    zh: '“{written}”的格式不适合这种内容。',
    en: 'The format of "{written}" does not suit what stands there.',
  },
  'option-unknown': {
    zh: '“{written}”不是该栏目的选项。',
    en: '"{written}" is not an option of its field: add it to "options".',
  },
  'key-twice': {
    zh: '“{key}”定义了两次。',
    en: '"{key}" is defined twice: keys are unique.',
  },
  'not-printed': {
    zh: '“{key}”已定义，但表中没有打印它的位置。',
    en: '"{key}" is defined but no cell prints it: bind it or take it away.',
  },
  'column-unknown': {
    zh: '“{over}”没有“{column}”这一列。',
    en: 'Rows over "{over}" have no column "{column}".',
  },
  'check-address-unknown': {
    zh: '检查“{check}”引用的“{address}”不存在。',
    en: 'The check "{check}" speaks of "{address}", which the form does not have.',
  },
} as const satisfies Record<string, Wording>

export type TemplateProblemCode = keyof typeof TEMPLATE_WORDING
