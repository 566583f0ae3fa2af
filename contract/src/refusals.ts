import type { Wording } from '@shiji/kernel/wording'
import { ASSETS_REFUSALS } from './assets-refusals.ts'
import { CONTRACTS_REFUSALS } from './contracts-refusals.ts'
import { DESK_REFUSALS } from './desk-refusals.ts'
import { DIRECTORY_REFUSALS } from './directory-refusals.ts'
import { FLOW_DEFINITION_REFUSALS } from './flow-refusals.ts'
import { FORM_REFUSALS } from './form-refusals.ts'
import { INBOX_REFUSALS } from './inbox-refusals.ts'
import { UPKEEP_REFUSALS } from './upkeep-refusals.ts'
import { WATCH_REFUSALS } from './watch-refusals.ts'

/** What the product may refuse, with its HTTP status and its sentence: what is wrong, what is safe, what to do. */
export const REFUSALS = {
  ...DIRECTORY_REFUSALS,
  ...INBOX_REFUSALS,
  ...FLOW_DEFINITION_REFUSALS,
  ...UPKEEP_REFUSALS,
  ...WATCH_REFUSALS,
  'not-signed-in': {
    status: 401,
    zh: '您还没有登录，或登录已过期。已输入的内容仍在本页。请重新登录后继续。',
    en: 'You are not signed in, or your session has ended. What you typed is still on this page. Sign in to go on.',
  },
  'not-permitted': {
    status: 403,
    zh: '您没有这项权限（{permission}）。没有改动任何东西。请联系安全管理员授权。',
    en: 'You may not do this ({permission}). Nothing was changed. Ask the security administrator.',
  },
  'not-found': {
    status: 404,
    zh: '没有找到这条记录，或它不在您的单位范围内。请返回列表核对。',
    en: 'There is no such record, or it is outside your unit. Go back to the list.',
  },
  'regulation-repealed': {
    status: 409,
    zh: '这份制度文件已经废止。没有改动任何东西。请登记新的一份。',
    en: 'This document was repealed. Nothing was changed. Register a new one.',
  },
  'changed-meanwhile': {
    status: 409,
    zh: '您编辑期间别人改过这份内容。您的修改没有丢失。请对照两个版本后再保存。',
    en: 'Someone changed this while you were editing. Your changes are not lost. Compare both versions and save again.',
  },
  'input-invalid': {
    status: 422,
    zh: '填写有误：{problem}。没有保存。请改正后再提交。',
    en: 'The input is wrong: {problem}. Nothing was saved. Correct it and send it again.',
  },
  'request-malformed': {
    status: 400,
    zh: '这不是一个完整的 HTTP 请求（地址或请求头无法读懂，或太长）。没有执行。请检查发送请求的程序。',
    en: 'This is no complete HTTP request (its address or headers cannot be read, or are too long). Nothing was done. Check the program that sent it.',
  },
  'media-type-unknown': {
    status: 415,
    zh: '请求没有写明可读的内容类型（Content-Type）。没有保存。请写明后再提交。',
    en: 'The request names no content type that can be read (Content-Type). Nothing was saved. State it and send again.',
  },
  'body-too-large': {
    status: 413,
    zh: '这次提交有 {megabytes} MB，最多 {limit} MB。没有保存。请分几次提交。',
    en: 'This request has {megabytes} MB, at most {limit} MB are taken. Nothing was saved. Send it in parts.',
  },
  'length-missing': {
    status: 411,
    zh: '请求没有写明长度（Content-Length）。没有保存。请在请求头中写明后再提交。',
    en: 'The request does not state its length (Content-Length). Nothing was saved. State it and send again.',
  },
  'measure-unknown': {
    status: 422,
    zh: '没有“{measure}”这个取数口径。没有绑定。请从列表中另选一个。',
    en: 'There is no measure “{measure}”. Nothing was bound. Choose another one from the list.',
  },
  'seal-not-anchored': {
    status: 409,
    zh: '封存已经完成，账本还没有封入这一条。请过几秒再取证据包。',
    en: 'It is sealed, and the ledger has not chained the entry yet. Ask for the pack again in a few seconds.',
  },
  'checklist-full': {
    status: 409,
    zh: '一份清单最多 {limit} 项。没有增加。请把相近的项合并后再加。',
    en: 'A checklist holds {limit} items at most. Nothing was added. Put items that belong together into one.',
  },
  'checklist-item-dropped': {
    status: 409,
    zh: '这一项已标为不适用。没有改动。需要它时请另加一项。',
    en: 'This item was left out as not applying. Nothing was changed. Add a new item if it is needed.',
  },
  'register-reviewed': {
    status: 409,
    zh: '{month} 的登记簿已经核对过。没有重复登记。',
    en: 'The register of {month} was reviewed already. Nothing was recorded twice.',
  },
  'key-reused': {
    status: 422,
    zh: '这个 Idempotency-Key 已用于另一份内容。没有保存。请换一个新的再提交。',
    en: 'This Idempotency-Key was used for another request. Nothing was saved. Choose a new one and send again.',
  },
  'file-too-large': {
    status: 413,
    zh: '文件有 {megabytes} MB，最多 {limit} MB。没有上传。请删去图片或拆开后再传。',
    en: 'The file has {megabytes} MB, at most {limit} MB are taken. It was not uploaded. Remove pictures or split it.',
  },
  'flow-refused': {
    status: 409,
    zh: '{sentence}没有改变任何东西。',
    en: '{sentence} Nothing was changed.',
  },
  'already-on-its-way': {
    status: 409,
    zh: '这份表正在审核流程中。没有改变任何东西。请在“待办”或审核页里办理。',
    en: 'This form is on its way through the desks. Nothing was changed. Act on it in the task list or on its review page.',
  },
  'no-flow': {
    status: 422,
    zh: '“{place}”没有审核流程。没有送审，表没有变。请让管理员先发布流程。',
    en: 'There is no review flow for "{place}". It was not sent; the form is unchanged. Ask an administrator to publish one.',
  },
  'part-out-of-place': {
    status: 409,
    zh: '这一段应从第 {expected} 字节开始。已收到的部分都在，没有丢失。请从那里接着传。',
    en: 'The part should begin at byte {expected}. What has arrived is kept. Go on from there.',
  },
  'file-empty': {
    status: 422,
    zh: '文件是空的（0 字节）。没有上传。请检查是否选错文件。',
    en: 'The file is empty (0 bytes). It was not uploaded. Check that it is the right one.',
  },
  'file-unreadable': {
    status: 422,
    zh: '{sentence}',
    en: '{sentence}',
  },
  ...FORM_REFUSALS,
  ...DESK_REFUSALS,
  ...CONTRACTS_REFUSALS,
  ...ASSETS_REFUSALS,
  'deed-impossible': {
    status: 409,
    zh: '这份申报现在是“{state}”，不能{deed}。没有改动任何东西。请刷新页面看看它到了哪一步。',
    en: 'This declaration is "{state}" and cannot be changed in this way ({deed}). Nothing was changed. Reload the page to see where it stands.',
  },
  'findings-open': {
    status: 422,
    zh: '表上还有 {count} 处错误，第一处：{message}。没有提交，内容已保存。请改正后再提交。',
    en: 'The form still has {count} errors, first: {message}. It was not handed in; its content is saved. Correct them and hand it in again.',
  },
  'own-work': {
    status: 403,
    zh: '这份表是您填写或提交的，不能由您自己审核。没有改动任何东西。请由其他审核人办理。',
    en: 'You filled in or handed in this form, so you do not review it yourself. Nothing was changed. Another reviewer has to.',
  },
  'opinion-missing': {
    status: 422,
    zh: '退回或不同意需要写明意见。没有保存。请填写意见后再提交。',
    en: 'Returning or rejecting needs an opinion. Nothing was saved. Write it and send again.',
  },
  'reason-missing': {
    status: 422,
    zh: '这一步需要写明理由或依据。没有保存。请填写后再提交。',
    en: 'This needs a reason. Nothing was saved. Write it and send again.',
  },
  'payment-list-unreadable': {
    status: 422,
    zh: '没有在文件中找到既有日期又有金额的表头。没有导入。请核对文件，或指定哪一列是日期、哪一列是金额。',
    en: 'No row of headings with a date and an amount was found in the file. Nothing was taken. Check the file, or say which columns hold them.',
  },
  'archive-too-large': {
    status: 422,
    zh: '附件合计 {megabytes} MB，档案包最多收 {limit} MB。没有归档，什么都没有改动。请把过大的附件换成较小的文件后再归档。',
    en: 'The attached files are {megabytes} MB together; a bundle takes {limit} MB. Nothing was archived or changed. Bring smaller files in their place and archive again.',
  },
  'revision-closed': {
    status: 409,
    zh: '现在不能申请修订：{reason}。没有保存。{remains}',
    en: 'No revision can be filed now: {reason}. Nothing was saved. {remains}',
  },
  'revision-wrong': {
    status: 422,
    zh: '修订申请有 {count} 处不对，先是：{message}。没有提交。请改正后再提交。',
    en: '{count} things are wrong with the revision, first: {message}. It was not filed. Correct it and file it again.',
  },
  'month-ahead': {
    status: 409,
    zh: '{month} 月还没有到，不能填报监控。没有保存。请到当月再填。',
    en: 'Month {month} has not come yet and cannot be reported. Nothing was saved. Come back when it has.',
  },
  'month-reported': {
    status: 409,
    zh: '{month} 月的监控已经上报，不能再改。没有保存。请在下一个月说明。',
    en: 'Month {month} has been reported and is closed. Nothing was saved. Explain the change in the next month.',
  },
  'month-incomplete': {
    status: 422,
    zh: '还有 {count} 项没有填全，先是“{indicator}”（缺{missing}）。没有上报。请补全，或先存草稿。',
    en: '{count} rows are not complete, first "{indicator}" ({missing} missing). The month was not reported. Complete them, or save a draft.',
  },
  'indicator-unknown': {
    status: 422,
    zh: '批复的申报表中没有“{indicator}”。没有保存。请按“一级-二级-三级”填写。',
    en: 'The approved declaration has no "{indicator}". Nothing was saved. Name it by its three levels.',
  },
  'rectification-settled': {
    status: 409,
    zh: '这份整改通知现在不能这样办理（{state}）。没有改动任何东西。请刷新页面。',
    en: 'This rectification cannot be dealt with in this way now ({state}). Nothing was changed. Reload the page.',
  },
  'self-evaluation-closed': {
    status: 409,
    zh: '这份自评已经送审，不能再改。没有保存。请撤回，或等审核人退回后再改。',
    en: 'This self-evaluation lies with the desks and is closed. Nothing was saved. Take it back, or wait until it is returned.',
  },
  'self-evaluation-on-its-way': {
    status: 409,
    zh: '这份自评还没有审核通过。没有改动任何东西。还没提交的请先提交，已提交的请等各席审核完毕。',
    en: 'This self-evaluation has not passed its desks yet. Nothing was changed. Hand it in if it is still a draft, then wait until they have decided.',
  },
  'self-evaluation-open': {
    status: 422,
    zh: '自评还有 {count} 项需要处理，先是：{message}。没有提交，内容已保存。请处理后再提交。',
    en: '{count} points of the self-evaluation are open, first: {message}. It was not handed in; its content is saved. Settle them and hand it in again.',
  },
  'sample-exists': {
    status: 409,
    zh: '{year} 年已经用“{seed}”抽过样。没有重抽。请查看那次抽样，或换一个随机种子。',
    en: 'A sample of {year} was already drawn with "{seed}". Nothing was drawn. Look at that one, or choose another seed.',
  },
  'frame-empty': {
    status: 409,
    zh: '{year} 年还没有审核通过的自评，无法抽样。没有保存。请等各席审核完毕。',
    en: 'No self-evaluation of {year} has passed its desks, so there is nothing to draw from. Wait until they have decided.',
  },
  'scores-wrong': {
    status: 422,
    zh: '{problem}。没有保存。请改正后再提交。',
    en: '{problem}. Nothing was saved. Correct it and send again.',
  },
  'not-printed': {
    status: 422,
    zh: '这份表没能写成 {format}。内容没有受影响。请改用其他格式，或删减过长的文字后再试。',
    en: 'This form could not be written as {format}. Its content is untouched. Choose another format, or shorten very long texts.',
  },
  overloaded: {
    status: 503,
    zh: '系统正忙，您的请求没有执行，数据是安全的。请在 {seconds} 秒后重试。',
    en: 'The system is busy; your request was not carried out and your data is safe. Try again in {seconds} seconds.',
  },
  'disk-full': {
    status: 503,
    zh: '服务器的磁盘满了，这次没有保存，已保存的数据是安全的。请告诉系统管理员腾出空间；腾出后不用重启，请稍后再试。',
    en: 'The disk of the server is full; this was not saved, and all saved data is safe. Tell the system administrator to free space; no restart is needed, try again afterwards.',
  },
  'outcome-unknown': {
    status: 503,
    zh: '保存的那一刻数据库断开了：这次操作可能已保存，也可能没有，其他数据是安全的。请先刷新核对，再决定是否重做。',
    en: 'The database went away while saving: this may or may not have been saved; all other data is safe. Reload and look before you do it again.',
  },
  unexpected: {
    status: 500,
    zh: '系统出了意外，这次操作没有保存，已有数据是安全的。请重试；若仍不行，把编号 {requestId} 告诉管理员。',
    en: 'Something went wrong; this was not saved and existing data is safe. Try again; if it persists, give the administrator the number {requestId}.',
  },
} as const satisfies Readonly<Record<string, Wording & { readonly status: number }>>

export type RefusalCode = keyof typeof REFUSALS
