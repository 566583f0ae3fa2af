/** What probes refuse. */
export const WATCH_REFUSALS = {
  'probe-name-taken': {
    status: 409,
    zh: '本单位已有同名探测“{name}”。没有保存。请换一个名称。',
    en: 'The unit has a probe called "{name}" already. Nothing was saved. Choose another name.',
  },
  'probe-address-unreadable': {
    status: 422,
    zh: '地址不完整，应以 https:// 或 http:// 开头，且不带用户名。没有保存。请改正地址。',
    en: 'The address is incomplete: it begins with https:// or http:// and carries no user. Nothing was saved. Correct it.',
  },
  'probe-timing': {
    status: 422,
    zh: '超时应短于重试间隔，重试间隔应不长于探测间隔。没有保存。请改正。',
    en: 'The timeout is shorter than the retry interval, which is not longer than the interval. Nothing was saved. Correct it.',
  },
  'probe-service-unknown': {
    status: 422,
    zh: '服务台没有“{service}”这项服务。没有保存。请在列表中选一项。',
    en: 'The desk offers no service "{service}". Nothing was saved. Choose one of the list.',
  },
  'probe-in-a-circle': {
    status: 422,
    zh: '上级探测不能是自己或自己的下级。没有保存。请另选一个。',
    en: 'A probe cannot depend on itself or on one that depends on it. Nothing was saved. Choose another.',
  },
  'vantage-name-taken': {
    status: 409,
    zh: '本单位已有同名监测点“{name}”。没有保存。请换一个名称。',
    en: 'The unit has a vantage point called "{name}" already. Nothing was saved. Choose another name.',
  },
  'vantage-quorum': {
    status: 422,
    zh: '要求 {needed} 个监测点说中断才算中断，但只选了 {count} 个。没有保存。请改小数目或多选监测点。',
    en: '{needed} vantage points must say that it is out, but {count} are chosen. Nothing was saved. Ask for fewer or choose more.',
  },
  'vantage-unfit': {
    status: 422,
    zh: '心跳和带密码的探测只能由本服务器查看，密码不会发给监测点。没有保存。请去掉监测点或密码。',
    en: 'Heartbeats and probes with a password are looked at by this server alone; passwords are not sent to vantage points. Nothing was saved. Take the points or the password away.',
  },
  'vantage-answers-unreadable': {
    status: 422,
    zh: '监测点“{name}”送来的结果有看不懂的。没有保存。请把监测点升级到与服务器相同的版本。',
    en: 'The vantage point "{name}" brought answers that cannot be read. Nothing was saved. Bring it to the version of the server.',
  },
  'database-name-taken': {
    status: 409,
    zh: '本单位已有同名数据库“{name}”。没有保存。请换一个名称。',
    en: 'The unit has a database called "{name}" already. Nothing was saved. Choose another name.',
  },
  'database-not-reached': {
    status: 409,
    zh: '没有连上数据库：{reason} 没有体检，也没有改动它。请核对地址、账号和允许名单后再试。',
    en: 'The database was not reached: {reason} Nothing was looked at and nothing changed. Check the address, the account and the allowed addresses.',
  },
  'finding-not-there': {
    status: 409,
    zh: '这次体检没有这一项发现。没有建工单，也没有列入计划。请刷新页面再看。',
    en: 'This check-up did not find that. No ticket was made and nothing planned. Load the page again.',
  },
  'finding-planned': {
    status: 409,
    zh: '这一项发现已列入“{plan}”{day}，还没有做。没有再列。请在那一天的工作里完成。',
    en: 'This finding is on "{plan}" of {day} already, which is not done. It was put on no other. Do it with that day.',
  },
  'day-not-plannable': {
    status: 409,
    zh: '这一天的工作已有结果、已过时或不在您的范围。没有列入。请刷新页面，另选一天。',
    en: 'That day is done, over or not within your reach. Nothing was put on it. Load the page again and choose another.',
  },
  'finding-has-ticket': {
    status: 409,
    zh: '这一项发现已有工单 {number} 在处理。没有再建。请在那张工单上继续。',
    en: 'Ticket {number} is at work on this finding already. No other was made. Go on there.',
  },
  'source-name-taken': {
    status: 409,
    zh: '本单位已有同名告警来源“{name}”。没有保存。请换一个名称。',
    en: 'The unit has a source of alarms called "{name}" already. Nothing was saved. Choose another name.',
  },
  'source-senders': {
    status: 422,
    zh: '来源“{name}”：系统日志和 SNMP Trap 要写明设备的 IP 地址，其他方式不写。没有保存。请改正。',
    en: 'Source "{name}": system logs and SNMP traps need the addresses of the devices, and nothing else has any. Nothing was saved. Correct it.',
  },
  'source-sender-unreadable': {
    status: 422,
    zh: '“{sender}”不是 IP 地址。没有保存。请写设备发送所用的地址，如 10.2.0.7。',
    en: '"{sender}" is no IP address. Nothing was saved. Enter the address the device sends from, such as 10.2.0.7.',
  },
  'source-security': {
    status: 422,
    zh: '用户和密码只用于 SNMP Trap 来源，密码至少 8 个字符。没有保存“{name}”。请改正，或选 v1、v2c。',
    en: 'A user and passwords belong to a source of SNMP traps, and passwords have eight characters at least. "{name}" was not saved. Correct them, or choose v1 and v2c.',
  },
  'source-signing': {
    status: 422,
    zh: '来源“{name}”是设备，设备不签名。没有保存。请选“不签名”。',
    en: 'Source "{name}" is of devices, and they do not sign. Nothing was saved. Choose no signature.',
  },
  'signal-signature': {
    status: 403,
    zh: '来源“{name}”的消息要签名，这一条没有签名或签名不对。没有记录任何告警。请核对发送方的密钥和签名方式。',
    en: 'Messages of the source "{name}" are signed; this one is not, or not by its secret. No alarm was recorded. Check secret and kind of signature at the sender.',
  },
  'signal-too-old': {
    status: 403,
    zh: '来源“{name}”这条消息的时间与本机相差超过 5 分钟。没有记录任何告警。请校准双方时钟后重发。',
    en: 'This message of the source "{name}" is more than 5 minutes from the clock here. No alarm was recorded. Set both clocks right and send it again.',
  },
  'signal-unreadable': {
    status: 422,
    zh: '这条消息不是来源“{name}”约定的格式（{kind}）。没有记录任何告警。请核对发送方的设置。',
    en: 'This message is not of the kind the source "{name}" sends ({kind}). No alarm was recorded. Check how it is set up.',
  },
  'record-in-future': {
    status: 422,
    zh: '日期 {day} 还没有到。没有保存。请填写实际完成的日期。',
    en: 'The day {day} has not come yet. Nothing was saved. Enter the day it was done.',
  },
} as const
