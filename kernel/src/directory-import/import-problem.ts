import { CELL_PROBLEM_WORDS, type ListProblem } from '../list-import/read-cells.ts'
import type { Wording } from '../wording.ts'

export type SheetKind = 'units' | 'people'

/** One thing that is wrong in one cell of a list of units or people; nothing of such a list is taken. */
export type ImportProblem = ListProblem<ImportProblemCode, SheetKind>

export type ImportProblemCode = keyof typeof IMPORT_PROBLEM_WORDS

/** The reason as it stands beside the wrong cell: what is wrong, and what to write instead. */
export const IMPORT_PROBLEM_WORDS = {
  ...CELL_PROBLEM_WORDS,
  'code-twice': {
    zh: '代码“{text}”在第 {line} 行已用过。请核对两行。',
    en: 'The code "{text}" stands in row {line} already. Check both rows.',
  },
  'kind-unknown': {
    zh: '没有“{text}”这个类别。请填其中之一：{known}。',
    en: 'There is no kind "{text}". Use one of: {known}.',
  },
  'name-twice': {
    zh: '同一上级下，“{text}”在第 {line} 行已有。请核对两行。',
    en: '"{text}" stands under the same unit in row {line} already. Check both rows.',
  },
  'name-taken': {
    zh: '同一上级下已有“{text}”，它的代码是 {known}。请核对代码。',
    en: '"{text}" exists under the same unit with the code {known}. Check the code.',
  },
  'unit-unknown': {
    zh: '表里和系统里都没有单位“{text}”。请核对代码或名称，或先在“单位”表里写上它。',
    en: 'Neither this file nor the system has a unit "{text}". Check the code or name, or list it on the sheet of units.',
  },
  'unit-ambiguous': {
    zh: '叫“{text}”的单位不止一个。请改填它的代码。',
    en: 'More than one unit is called "{text}". Write its code instead.',
  },
  'unit-not-open': {
    zh: '“{text}”已合并或撤销。请改用在用的单位。',
    en: '"{text}" was merged or closed. Use a unit that is open.',
  },
  'unit-elsewhere': {
    zh: '代码“{text}”属于您管理范围以外的单位。请核对代码。',
    en: 'The code "{text}" belongs to a unit outside those you manage. Check the code.',
  },
  'unit-is-district': {
    zh: '“{text}”是本区，不在导入之列。请删去这一行。',
    en: '"{text}" is the district itself. Remove this row.',
  },
  'unit-cycle': {
    zh: '上级单位绕成了圈：{path}。请改正其中一个上级。',
    en: 'The units stand above one another in a circle: {path}. Correct one of them.',
  },
  'login-twice': {
    zh: '登录名“{text}”在第 {line} 行已用过。请核对两行。',
    en: 'The login "{text}" stands in row {line} already. Check both rows.',
  },
  'number-twice': {
    zh: '工号“{text}”在第 {line} 行已用过。请核对两行。',
    en: 'The staff number "{text}" stands in row {line} already. Check both rows.',
  },
  'identity-missing': {
    zh: '登录名和工号都没有填，再次导入时认不出这个人。请至少填一项。',
    en: 'Neither login nor staff number is given, so the person could not be known again. Fill in one of them.',
  },
  'identity-split': {
    zh: '登录名“{login}”是另一个人的（{other}），与工号对不上。请核对登录名和工号。',
    en: 'The login "{login}" is somebody else’s ({other}) and does not go with the staff number. Check both.',
  },
  'login-differs': {
    zh: '此人已用登录名“{known}”登录，不能由导入改为“{text}”。请填“{known}”或留空。',
    en: 'This person signs in as "{known}"; an import does not change that to "{text}". Write "{known}" or leave it empty.',
  },
  'person-disabled': {
    zh: '此人（{name}）已停用。请先在“人员”页恢复，或删去这一行。',
    en: 'This person ({name}) is disabled. Let them in again on the page of people first, or remove this row.',
  },
  'person-elsewhere': {
    zh: '登录名或工号“{text}”属于您管理范围以外的人。请核对。',
    en: 'The login or staff number "{text}" belongs to somebody outside the units you manage. Check it.',
  },
  'role-unknown': { zh: '没有“{text}”这个角色。请填：{known}。', en: 'There is no role "{text}". Use: {known}.' },
  'role-administrator': {
    zh: '“{text}”不能由导入授予（三员分立）。请删去，由安全管理员逐人办理。',
    en: '"{text}" is not granted by an import (separated administrators). Remove it; the security administrator grants it by hand.',
  },
  'administrator-untouched': {
    zh: '此人（{name}）是管理员，导入不改动管理员。请删去这一行。',
    en: 'This person ({name}) is an administrator, whom an import does not touch. Remove this row.',
  },
} as const satisfies Readonly<Record<string, Wording>>
