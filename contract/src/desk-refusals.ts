import type { Wording } from '@shiji/kernel/wording'

/** What the service desk may refuse. */
export const DESK_REFUSALS = {
  'desk-refused': {
    status: 409,
    zh: '{sentence}没有改变任何东西。',
    en: '{sentence} Nothing was changed.',
  },
  'service-not-offered': {
    status: 422,
    zh: '服务台没有“{service}”这项服务。没有立案。请在列表中选一项。',
    en: 'The desk offers no service "{service}". The call was not logged. Choose one of the list.',
  },
  'caller-missing': {
    status: 422,
    zh: '还不知道是谁、哪个单位来电。没有立案。请选来电人，或写明姓名并选单位。',
    en: 'It is not known who calls and from which unit. The call was not logged. Choose the caller, or give a name and a unit.',
  },
  'ticket-id-taken': {
    status: 409,
    zh: '这个编号已用于另一条记录。没有保存。请重新生成编号后再发送。',
    en: 'This id belongs to another record. Nothing was saved. Make a new id and send it again.',
  },
  'ticket-taken': {
    status: 409,
    zh: '{name} 已经受理这张工单。没有改动任何东西。需要换人请用“转派”。',
    en: '{name} has accepted this ticket already. Nothing was changed. Reassign it if somebody else should work on it.',
  },
  'not-settled': {
    status: 409,
    zh: '工单还没有完成，不能请人评价。没有发出邀请。请先完成。',
    en: 'The ticket is not resolved, so nobody can be asked about it. Resolve it first.',
  },
  'staff-not-asked': {
    status: 422,
    zh: '报单人是服务台或服务班组的人，不参与评价。没有发出邀请。',
    en: 'The caller works at the desk or for the team that served, and is not asked. No link was made.',
  },
  'answered-already': {
    status: 409,
    zh: '这张工单已经评价过，不能再请人评价。没有改动任何东西。',
    en: 'This ticket was rated already. Nothing was changed.',
  },
  'incidents-only': {
    status: 422,
    zh: '这张工单是请求，不是事件，背后没有问题可查。没有改动任何东西。',
    en: 'This ticket is a request and no incident: no problem lies behind it. Nothing was changed.',
  },
  'problem-taken': {
    status: 409,
    zh: '这起事件已经归到一个问题。没有改动任何东西。请打开工单看是哪一个。',
    en: 'This incident has a problem behind it already. Nothing was changed. The ticket says which.',
  },
  'problem-closed': {
    status: 409,
    zh: '问题已经关闭，不能再改。没有改动任何东西。同样的事再发生，请另立问题。',
    en: 'The problem is closed. Nothing was changed. If it happens again, open another.',
  },
  'cause-not-known': {
    status: 409,
    zh: '还没有写明原因，不能关闭。没有改动任何东西。请先写原因。',
    en: 'Its cause is not known, so it cannot be closed. Nothing was changed. Write the cause down first.',
  },
  'change-not-done': {
    status: 409,
    zh: '变更 {number} 没有完成，不能据此关闭问题。没有改动任何东西。',
    en: 'The change {number} was not carried out, so it ended no problem. Nothing was changed.',
  },
  'survey-list-short': {
    status: 422,
    zh: '名单上可以作答的只有 {count} 人，少于最小样本 {minimum}。没有开展。请补充名单或调低最小样本。',
    en: 'Only {count} on the list may answer, fewer than the minimum of {minimum}. The survey was not opened. Add people, or lower the minimum.',
  },
  'survey-minimum': {
    status: 422,
    zh: '抽样 {sample} 人，达不到最小样本 {minimum}。没有开展。请多抽一些或调低最小样本。',
    en: 'A sample of {sample} cannot reach the minimum of {minimum}. The survey was not opened. Draw more, or lower the minimum.',
  },
  'survey-days': {
    status: 422,
    zh: '截止日已经过去，或者所评服务的日子晚于截止日。没有开展。请核对两个日子。',
    en: 'The last day is over, or it judges a day after it. The survey was not opened. Check both days.',
  },
  'survey-over': {
    status: 409,
    zh: '调查已经结束或撤回，不能再撤回。没有改动任何东西。',
    en: 'The survey is over or was withdrawn. Nothing was changed.',
  },
  'slow-down': {
    status: 429,
    zh: '从这里打开得太频繁。没有保存。请 {minutes} 分钟后再试，急事请打服务台电话。',
    en: 'Too many requests from here. Nothing was saved. Try again in {minutes} minutes; if it is urgent, call the desk.',
  },
  'not-yet-happened': {
    status: 422,
    zh: '收到的时间还没有到。没有保存。请核对时间。',
    en: 'It cannot have been received yet. Nothing was saved. Check the time.',
  },
  'judged-already': {
    status: 409,
    zh: '这起投诉的原因已经复核，不能再改。没有改动任何东西。',
    en: 'The cause of this complaint was confirmed already. Nothing was changed.',
  },
  'second-person-needed': {
    status: 403,
    zh: '这是您自己登记或定级的，须由另一个人复核。没有改动任何东西。',
    en: 'You recorded or classified this yourself; a second person has to confirm it. Nothing was changed.',
  },
  'window-reversed': {
    status: 422,
    zh: '结束时间不晚于开始时间，或缺一个时间。没有保存。请核对起止时间。',
    en: 'It ends no later than it begins, or one of the times is missing. Nothing was saved. Check the times.',
  },
  'window-past': {
    status: 422,
    zh: '计划窗口已经开始或过去，不能再报批。没有保存。请改为以后的时间；已经做了的，请在工单中记录。',
    en: 'The planned window has begun or is over, so it cannot be approved any more. Nothing was saved. Choose a later time; record what is done already on its ticket.',
  },
  'window-begun': {
    status: 409,
    zh: '窗口已经开始，现在告知不算计划停机。没有发出。请撤回后另报新的窗口。',
    en: 'The window has begun; announced now it would not be planned downtime. Nothing was sent. File a later window.',
  },
  'change-not-open': {
    status: 409,
    zh: '这项变更现在是“{state}”，不能这样办。没有改动任何东西。',
    en: 'This change is now "{state}", so this cannot be done. Nothing was changed.',
  },
  'announced-already': {
    status: 409,
    zh: '这个窗口已经告知过。没有再发。',
    en: 'This window was announced already. Nothing was sent again.',
  },
  'no-approved-window': {
    status: 409,
    zh: '这段时间、这个单位、这项服务没有已批准并事先告知的变更窗口，不能以此挂起。计时照走。请另选事由。',
    en: 'No change window that was approved and announced beforehand covers this unit and service now, so the clock cannot stand still for it. It runs on. Choose another reason.',
  },
  'work-refused': {
    status: 422,
    zh: '{sentence}没有保存。请改正后再保存。',
    en: '{sentence} Nothing was saved. Correct it and save again.',
  },
  'work-open': {
    status: 409,
    zh: '工作单上还有 {count} 步没有做完。没有关闭。请先做完，或写明为什么不做。',
    en: '{count} steps of its work orders are open. The ticket was not closed. Do them, or say why they are left out.',
  },
  'work-signed': {
    status: 409,
    zh: '这张工作单已经签收，不能再改。没有保存。需要补做，请另开一张。',
    en: 'This work order was signed for and is not changed any more. Nothing was saved. Open another for what is still to do.',
  },
  'cause-unknown': {
    status: 422,
    zh: '没有“{cause}”这个原因。没有关闭。请在列表中选一个。',
    en: 'There is no cause "{cause}". The ticket was not closed. Choose one of the list.',
  },
  'no-photo': {
    status: 422,
    zh: '这个文件不是照片（JPEG、PNG 或 WebP）。没有附到工单上。请换一张。',
    en: 'This file is no photo (JPEG, PNG or WebP). It was not added to the ticket. Choose another one.',
  },
  'photos-enough': {
    status: 422,
    zh: '这张工单已有 {limit} 张照片，不能再加。没有附到工单上。',
    en: 'This ticket has {limit} photos already. This one was not added.',
  },
  'merge-impossible': {
    status: 422,
    zh: '不能并入这张工单：它就是本单，或已撤销，或不在您的范围内。没有改动任何东西。请另选一张。',
    en: 'It cannot be merged into that ticket: it is this one, is withdrawn, or is outside your unit. Nothing was changed. Choose another.',
  },
  'major-already': {
    status: 409,
    zh: '这起事件已经是重大事件。没有改动任何东西。',
    en: 'This incident is major already. Nothing was changed.',
  },
  'major-state': {
    status: 409,
    zh: '这起重大事件已经走到别的阶段，不能这样办。没有改动任何东西。请刷新页面看现在的状态。',
    en: 'This major incident has moved on, so this cannot be done. Nothing was changed. Look at the page again.',
  },
  'major-update-past': {
    status: 422,
    zh: '下次进展的时间已经过去。没有发出。请选以后的时间。',
    en: 'The next update would be in the past. Nothing was sent. Choose a later time.',
  },
  'article-day-past': {
    status: 422,
    zh: '有效期已经过去。没有保存。请选今天或以后的日子。',
    en: 'It would be valid until a day that is over. Nothing was saved. Choose today or later.',
  },
  'article-withdrawn': {
    status: 409,
    zh: '这篇知识已经停用，不能再改。没有改动任何东西。需要时请另写一篇。',
    en: 'This article was withdrawn. Nothing was changed. Write another if it is needed.',
  },
  'article-no-draft': {
    status: 409,
    zh: '这篇知识没有待复核的文字。没有改动任何东西。',
    en: 'No text of this article waits for a second person. Nothing was changed.',
  },
  'mail-password-missing': {
    status: 422,
    zh: '换了邮件服务器或用户名，须重新填写密码。没有保存。',
    en: 'The server or the user changed, so the password is asked for again. Nothing was saved.',
  },
  'nobody-wrote': {
    status: 409,
    zh: '这张工单没有来信，不知道寄给谁。没有发出。请用电话联系。',
    en: 'Nobody wrote about this ticket, so there is no address. Nothing was sent. Use the telephone.',
  },
  'mailbox-off': {
    status: 409,
    zh: '服务台邮箱没有启用。没有发出。请系统管理员在“服务台邮箱”中启用。',
    en: 'The mailbox of the desk is off. Nothing was sent. The administrator can turn it on.',
  },
} as const satisfies Readonly<Record<string, Wording & { readonly status: number }>>
