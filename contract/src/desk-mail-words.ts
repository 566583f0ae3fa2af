import type { Wording } from '@shiji/kernel/wording'

/** Why the mailbox of the desk cannot be read, or a letter did not leave. */
export const MAIL_PROBLEM_WORDS = {
  'mailbox-locked': {
    zh: '本服务器没有封存邮箱密码所用的密钥（数据目录中的 secrets.key）。没有连接。请放回该文件，或重新填写密码。',
    en: 'This server lacks the key the password was sealed with (secrets.key in the data folder). It did not connect. Put the file back, or enter the password again.',
  },
  'address-not-allowed': {
    zh: '地址 {host}:{port} 不在允许的外发地址单中。没有连接。请在“消息渠道”中先加入该地址。',
    en: 'The address {host}:{port} is not on the list of allowed addresses. It did not connect. Add it under Channels first.',
  },
  'address-too-near': {
    zh: '{host} 指向内部地址 {address}，未获准访问。没有连接。确需访问时，请在地址单中改为允许内网或本机。',
    en: '{host} leads to the inside address {address}, which is not allowed. It did not connect. Allow it in the list if meant.',
  },
  'address-unknown': {
    zh: '找不到主机 {host}。没有连接。请核对地址或域名解析。',
    en: 'The host {host} cannot be found. It did not connect.',
  },
  'mail-not-reached': {
    zh: '连不上 {host}:{port}（{reason}）。每分钟自动再试，邮件留在邮箱里。',
    en: '{host}:{port} cannot be reached ({reason}). It is tried again every minute; mails stay in the mailbox.',
  },
  'mail-sign-in': {
    zh: '{host} 不接受用户名或密码。邮件留在邮箱里。请核对后重新填写。',
    en: '{host} does not accept the user or password. Mails stay in the mailbox. Check them.',
  },
  'mail-refused': {
    zh: '邮件服务器没有接受：{reason}',
    en: 'The mail server did not accept it: {reason}',
  },
  'letter-returned': {
    zh: '对方服务器退回了这封信。请改用电话联系。',
    en: 'The other side returned this letter. Reach the person by telephone.',
  },
} as const satisfies Record<string, Wording>

export type MailProblemCode = keyof typeof MAIL_PROBLEM_WORDS
