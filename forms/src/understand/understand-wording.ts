import type { Doubt } from '@shiji/kernel/form/form-content'
import { type Language, say, type Wording, type WordingParameters } from '@shiji/kernel/wording'
import type { RawNote } from '../read/raw-document.ts'
import { READ_NOTE_WORDING } from '../read/read-wording.ts'

/** Every doubt the understanding of a form can raise, in words. `{field}` is the column or label it concerns. */
export const DOUBT_WORDING = {
  'shifted-left': {
    zh: '本行比表头左移了{places}格，已按内容归位为“{name}”；请对照原文核对一、二级指标。',
    en: 'This row stands {places} columns left of its head and was put back as “{name}”; check its levels against the original.',
  },
  'shifted-right': {
    zh: '本行比表头右移了{places}格，已按内容归位为“{name}”；请对照原文核对。',
    en: 'This row stands {places} columns right of its head and was put back as “{name}”; check it against the original.',
  },
  'shifted-right-value-lost': {
    zh: '本行右移了{places}格，“{name}”的指标值在原文中丢失；请补填指标值。',
    en: 'This row stands {places} columns right of its head and the target of “{name}” is lost; please enter it.',
  },
  'columns-differ': {
    zh: '此处表格有{columns}列而表头有{expected}列，已按内容对齐；请核对各列。',
    en: 'The table has {columns} columns here and {expected} in its head; its cells were aligned by content. Check them.',
  },
  'columns-inferred': {
    zh: '此处指标没有印出表头，各列的含义按内容推断；请核对指标值、分值和得分。',
    en: 'No head is printed over these indicators; what each column holds was told by its content. Check targets and points.',
  },
  'cell-moved': {
    zh: '“{text}”不在其应在的列，已按内容归入该列；请核对。',
    en: '“{text}” stands outside its column and was placed by its content; check it.',
  },
  'cell-unplaced': {
    zh: '“{text}”不属于任何一列，未采用；请对照原文处理。',
    en: '“{text}” fits no column and was not used; decide what it is.',
  },
  'label-merged': {
    zh: '“{text}”把栏目名称与一级指标写在一格，已读作“{level1}”。',
    en: '“{text}” holds a section label and a level 1 label in one cell; read as “{level1}”.',
  },
  'level-in-head': {
    zh: '一级指标“{level1}”印在表头行，已用于本行；请核对。',
    en: 'The level 1 label “{level1}” is printed in the head row and was used for this row; check it.',
  },
  'level-label-late': {
    zh: '“{level}”印在后面的行（多为换页所致），本行据此归类；请核对。',
    en: 'The label “{level}” is printed further down, usually after a page break, and was used for this row; check it.',
  },
  'level-label-early': {
    zh: '本行印在“{printed}”之下，但该标签似乎早印了一行，已归入“{level}”；请核对。',
    en: 'This row is printed under “{printed}”, a label that seems to stand one row too early; filed under “{level}”. Check it.',
  },
  'level-suspect': {
    zh: '本行可能属于“{other}”，现按“{level}”读取；请核对。',
    en: 'This row may belong to “{other}”; it is read under “{level}”. Check it.',
  },
  'level-missing': {
    zh: '原文没有印出本行的一级指标；请补填。',
    en: 'The original prints no level 1 for this row; please enter it.',
  },
  'weight-from-label': {
    zh: '本表没有分值栏，本行分值取自名称或二级指标后所印的{weight}分；请核对。',
    en: 'The form has no column of weights; {weight} was taken from the points printed behind the name or its level 2. Check it.',
  },
  'long-term-row': {
    zh: '本行出自长期（实施期）绩效指标，不是年度指标；请确认是否计入本年度。',
    en: 'This row belongs to the long-term indicators, not to those of the year; confirm whether it counts this year.',
  },
  'name-split': {
    zh: '指标名称被换页拆成“{first}”和“{rest}”，已接为一个名称；请核对。',
    en: 'The name was broken over a page into “{first}” and “{rest}” and was joined; check it.',
  },
  'name-missing': {
    zh: '“{name}”像是完成期限而不是指标名称；请补填指标名称。',
    en: '“{name}” reads like a time limit, not like the name of an indicator; please enter the name.',
  },
  'space-in-name': {
    zh: '名称“{name}”中有空格，可能应为“{proposal}”。',
    en: 'The name “{name}” contains a blank; it is probably “{proposal}”.',
  },
  'name-blank': {
    zh: '本行没有指标名称，可能与上一行“{name}”是同一指标的另一目标；请核对并补填名称。',
    en: 'This row has no name; it may be another target of “{name}” above. Check it and enter the name.',
  },
  'target-of-which-year': {
    zh: '本表按年度分列目标值，看不出哪一列是本年度，暂取最前一列“{target}”；请核对。',
    en: 'The form has a column of targets for each year and it is unclear which is this one; the first, “{target}”, was taken. Check it.',
  },
  'target-adjusted': {
    zh: '原定“{first}”，本表已调整为“{adjusted}”，按调整后的指标值读取；请核对。',
    en: 'First set as “{first}” and changed to “{adjusted}” on this form; the changed target was read. Check it.',
  },
  'score-reason-split': {
    zh: '“{text}”把得分与原因写在一格，已拆为得分{score}和原因。',
    en: '“{text}” holds score and reason in one cell; split into the score {score} and the reason.',
  },
  'number-unreadable': {
    zh: '“{text}”不是可读的数字，此格留空；请填写数字。',
    en: '“{text}” is no readable number and was left empty; please enter a number.',
  },
  'money-unreadable': {
    zh: '“{text}”不是可读的金额，此项留空；请填写金额。',
    en: '“{text}” is no readable amount and was left empty; please enter the amount.',
  },
  'money-grouping-suspect': {
    zh: '金额“{text}”的分隔符不是三位一组，无法确定数值，此项留空；请填写金额。',
    en: 'The separators of the amount “{text}” do not part thousands, so it was left empty; please enter the amount.',
  },
  'money-foreign': {
    zh: '金额“{text}”不是人民币，此项留空；请按人民币填写。',
    en: 'The amount “{text}” is no 人民币 and was left empty; please enter it in 人民币.',
  },
  'amount-explained': {
    zh: '金额“{text}”后面的括号说明未计入，只取{amount}；请核对。',
    en: 'The explanation in brackets behind the amount “{text}” was left out; read as {amount}. Check it.',
  },
  'execution-row': {
    zh: '指标中的“{name}”一行与资金执行重复，已并入资金执行，不再作为指标计分；请核对分值和得分。',
    en: 'The row “{name}” among the indicators repeats the execution of the money; it was put there and is not scored as an indicator. Check its points.',
  },
  'money-row-shifted': {
    zh: '“{label}”一行比表头错开了{places}格，已按栏目顺序和执行率归位；请对照原文核对金额。',
    en: 'The row “{label}” stands {places} columns off its heads; it was put back by its order and its rate. Check the amounts.',
  },
  'value-unit-differs': {
    zh: '金额“{text}”自带的单位与本表的{unit}不同，已换算为{amount}{unit}；请核对。',
    en: 'The amount “{text}” names a unit other than the form’s {unit} and was converted to {amount} {unit}; check it.',
  },
  'amount-out-of-proportion': {
    zh: '金额{text}与本表的{other}相差悬殊，可能单位不一致（元、万元混用）；请核对。',
    en: 'The amount {text} is out of proportion to {other} on the same form; perhaps one is in 元 and the other in 万元. Check them.',
  },
  'amount-unlike-unit': {
    zh: '金额{text}{unit}不像一个项目的预算，本表的金额单位可能写错；请核对单位。',
    en: '{text} {unit} is unlike the budget of a project; the money unit of the form may be wrong. Check it.',
  },
  'money-units-differ': {
    zh: '本表既写“元”又写“万元”，金额按{unit}读取；请核对各项金额的单位。',
    en: 'The form names both 元 and 万元 as its unit; amounts were read in {unit}. Check the unit of each.',
  },
  'field-alias': {
    zh: '标签“{printed}”与表样的“{label}”略有不同，按后者读取。',
    en: 'The label “{printed}” differs slightly from “{label}” of the form; read as the latter.',
  },
  'field-repeated': {
    zh: '“{label}”出现两次且内容不同，采用“{kept}”，未采用“{other}”；请核对。',
    en: '“{label}” is given twice with different contents; “{kept}” was kept and “{other}” was not. Check it.',
  },
  'project-differs': {
    zh: '成本明细的项目名称“{printed}”与本表项目“{project}”不同；请核对。',
    en: 'The cost line names the project “{printed}”, the form “{project}”; check it.',
  },
  'year-inferred': {
    zh: '本表未印年度，按同一文件中的表取{year}年；请核对。',
    en: 'This form prints no year; {year} was taken from the form before it in the file. Check it.',
  },
  'title-missing': {
    zh: '没有找到表名，按栏目判断为“{template}”；请核对。',
    en: 'No title was found; the labels say it is “{template}”. Check it.',
  },
  'layout-unknown': {
    zh: '表样未知，已按通用方式读取：读出{rows}行指标，其中{readable}行指标值可读，把握约{sureness}%；请逐项核对。',
    en: 'The layout is unknown and was read generically: {rows} indicator rows, {readable} with a readable target, about {sureness}% sure. Check every entry.',
  },
  'table-by-position': {
    zh: '文件里的表格没有框线，行和列是按文字位置推断的；请逐项对照原文核对，最好改用 Word 或 Excel 原件。',
    en: 'The table of the file has no lines, so its rows and columns were made out by where the text stands. Check every entry, or better use the Word or Excel original.',
  },
  'indicator-in-text': {
    zh: '原表把几项指标写在一格，本行的名称和指标值是从文字中拆出的；请对照原文核对。',
    en: 'The form has several indicators in one cell; name and target of this row were taken out of the sentence. Check them.',
  },
  'row-by-position': {
    zh: '本行是按文字位置推断的，请对照原文核对各格。',
    en: 'This row was made out by where its text stands; check its cells against the original.',
  },
  'project-from-sheet': {
    zh: '表内没有写项目名称，暂取工作表名称“{project}”；请核对。',
    en: 'The form names no project; the name of its worksheet, “{project}”, was taken. Check it.',
  },
  'document-too-long': {
    zh: '文件过长，只读取了前{limit}行；请拆分后再导入。',
    en: 'The document is too long; only its first {limit} rows were read. Split it and import again.',
  },
} satisfies Record<string, Wording>

export type DoubtCode = keyof typeof DOUBT_WORDING

/** A doubt with a code of the catalogue. */
export function raise(code: DoubtCode, field: string, parameters: WordingParameters = {}): Doubt {
  return { code, field, parameters }
}

/** The doubt as a sentence; a code of another catalogue is shown as it is. */
export function wordDoubt(doubt: Doubt, language: Language): string {
  const wording = WORDING.get(doubt.code)
  return wording === undefined ? doubt.code : say(wording, language, doubt.parameters)
}

const WORDING: ReadonlyMap<string, Wording> = new Map(Object.entries({ ...READ_NOTE_WORDING, ...DOUBT_WORDING }))

/** What the reader left out or could not be sure of is a doubt of the form; what it merely did on the way is none. */
const NOTES_TO_CHECK: ReadonlySet<string> = new Set<RawNote['code']>([
  'formula-without-value',
  'sheet-hidden',
  'rows-hidden',
  'tracked-changes',
  'hidden-text-ignored',
  'text-box-ignored',
  'page-without-text',
])

export function doubtsOfNotes(notes: readonly RawNote[]): Doubt[] {
  return notes
    .filter(({ code }) => NOTES_TO_CHECK.has(code))
    .map(({ code, parameters }) => ({ code, field: 'form', parameters }))
}
