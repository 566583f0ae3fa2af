/** What messages, channels and deputies refuse. */
export const INBOX_REFUSALS = {
  'channel-name-taken': {
    status: 409,
    zh: '已有同名渠道“{name}”。没有保存。请换一个名称。',
    en: 'There is a channel called "{name}" already. Nothing was saved. Choose another name.',
  },
  'channel-address-unreadable': {
    status: 422,
    zh: '地址不完整，应以 https:// 或 http:// 开头，且不带用户名。没有保存。请从机器人设置页完整复制。',
    en: 'The address is incomplete: it begins with https:// or http:// and carries no user. Nothing was saved. Copy it whole.',
  },
  'channel-secret-unfit': {
    status: 422,
    zh: '签名密钥应为 whsec_ 开头的一串，至少 24 字节。没有保存。请点“生成密钥”。',
    en: 'The signing secret begins with whsec_ and holds 24 bytes or more. Nothing was saved. Generate one.',
  },
  'deputy-self': {
    status: 422,
    zh: '不能指定自己为代理人。没有保存。请选择另一位同事。',
    en: 'You cannot be your own deputy. Nothing was saved. Choose a colleague.',
  },
  'deputy-window': {
    status: 422,
    zh: '代理期限有误：结束应晚于开始和现在，且不超过一年。没有保存。请改正期限。',
    en: 'The period is wrong: it ends after its beginning and after now, within a year. Nothing was saved. Correct it.',
  },
} as const
