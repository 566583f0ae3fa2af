import type { Wording } from '@shiji/kernel/wording'

/** What routine work may refuse. */
export const UPKEEP_REFUSALS = {
  'plan-needs-route': {
    status: 422,
    zh: '巡检计划要先选一条路线。没有保存。请选路线，或先建一条。',
    en: 'A plan of inspections needs a route. Nothing was saved. Choose one, or make one first.',
  },
  'plan-over': {
    status: 409,
    zh: '这个日子不在计划的期限内，或已经过去。没有改动任何东西。请选今天以后的日子。',
    en: 'That day lies outside the plan or in the past. Nothing was changed. Choose a later day.',
  },
  'not-open-yet': {
    status: 409,
    zh: '还没到时段，{opensAt} 开始。没有记录。请到时再做。',
    en: 'Its time has not come; it opens at {opensAt}. Nothing was recorded. Do it then.',
  },
  'occurrence-over': {
    status: 409,
    zh: '已过最晚时间 {closesAt}，这一次按未完成保留。没有记录。请写明原因。',
    en: 'Its last moment, {closesAt}, has passed and it stays missed. Nothing was recorded. State the cause instead.',
  },
  'occurrence-settled': {
    status: 409,
    zh: '这一次已经有结果，不能再改。没有改动任何东西。',
    en: 'This one has come to its outcome and does not change. Nothing was changed.',
  },
  'not-missed': {
    status: 409,
    zh: '只有未完成的才写原因。没有改动任何东西。',
    en: 'Only what was missed has a cause. Nothing was changed.',
  },
  'point-elsewhere': {
    status: 422,
    zh: '这个点位不在本次巡检的路线上。没有记录。请核对标签。',
    en: 'This point is not on the route of this round. Nothing was recorded. Look at the label again.',
  },
  'check-unread': {
    status: 422,
    zh: '“{check}”没有填写，或读不懂。没有记录。请补填，或写明跳过的原因。',
    en: '“{check}” is empty or cannot be read. Nothing was recorded. Fill it in, or say why the point is skipped.',
  },
  'fault-needs-deed': {
    status: 422,
    zh: '“{check}”不正常，请写明当场怎么处理的。没有记录。',
    en: '“{check}” is at fault. Nothing was recorded. Say what was done about it.',
  },
  'meter-named': {
    status: 409,
    zh: '本单位已有在用的“{name}”。没有保存。请换一个名称。',
    en: 'A meter in use is called "{name}" already. Nothing was saved. Choose another name.',
  },
  'meter-incomplete': {
    status: 422,
    zh: '统计数要选统计什么，设备性能要填额定值，限值的下限不高于上限。没有保存。请补全。',
    en: 'Counts need to say of what, performance its rated value, and limits stand in order. Nothing was saved.',
  },
  'meter-ended': {
    status: 409,
    zh: '这个表计已停用。没有记录。请在新表上抄。',
    en: 'This meter was taken out of use. Nothing was recorded. Read the new one.',
  },
  'reading-wrong': {
    status: 422,
    zh: '没有记录。{sentence}',
    en: 'Nothing was recorded. {sentence}',
  },
  'reading-there': {
    status: 409,
    zh: '这个时间已有读数。没有记录。读错了的请先撤回。',
    en: 'There is a reading of that moment already. Nothing was recorded. Take a wrong one back first.',
  },
  'export-not-lacking': {
    status: 409,
    zh: '这条读数不缺导出文件：已经附上、已经撤回，或不是统计数。没有改动任何东西。请刷新页面核对。',
    en: 'This reading lacks no export: it has one, was taken back, or is no count. Nothing was changed. Reload the page.',
  },
  'code-taken': {
    status: 409,
    zh: '点位编号 {code} 已经用过。没有保存。请换一个编号。',
    en: 'The code {code} belongs to another point. Nothing was saved. Choose another one.',
  },
  'not-on-roster': {
    status: 409,
    zh: '这一班没有排您。没有记录。请让排班的人改班表。',
    en: 'You are not on this shift. Nothing was recorded. Have the roster changed.',
  },
  'checked-already': {
    status: 409,
    zh: '这一步已经登记过，时间不再改。没有改动任何东西。',
    en: 'This was recorded already and keeps its time. Nothing was changed.',
  },
  'taker-is-giver': {
    status: 409,
    zh: '交班和接班要由两个人签。没有改动任何东西。请让接班人签。',
    en: 'A hand-over is signed by two people. Nothing was changed. Let the one who comes sign.',
  },
  'not-checked-in': {
    status: 409,
    zh: '这一班还没有签到。没有记录。请先签到。',
    en: 'Nobody has checked in for this yet. Nothing was recorded. Check in first.',
  },
  'not-handed-over': {
    status: 409,
    zh: '上一班还没有签字交班。没有记录。请让交班人先签。',
    en: 'The shift before has not been signed off yet. Nothing was recorded. Let the one who leaves sign first.',
  },
  'swap-asked': {
    status: 409,
    zh: '这一班已经在等同事答复换班。没有再发。请等答复，或先撤回。',
    en: 'A swap of this shift waits for an answer. Nothing was sent. Wait for it, or take it back first.',
  },
  'swap-over': {
    status: 409,
    zh: '这次换班已有结果，或班表已经变了。没有改动班表。请看现在的班表。',
    en: 'This swap is settled, or the roster has changed since. The roster stands. Look at it as it is now.',
  },
  'shifts-need-hours': {
    status: 422,
    zh: '值班和驻场要写明每天从几点到几点。没有保存。请选班次。',
    en: 'Shifts need their hours of the day. Nothing was saved. Choose the hours.',
  },
} as const satisfies Record<string, Wording & { readonly status: number }>
