import type { ChannelKind } from '@shiji/contract/inbox'
import type { Wording } from '@shiji/kernel/wording'

export const KIND_WORDS = {
  mail: { zh: '邮件', en: 'E-mail' },
  webhook: { zh: '签名回调', en: 'Signed webhook' },
  wecom: { zh: '企业微信群机器人', en: 'WeCom robot' },
  dingtalk: { zh: '钉钉群机器人', en: 'DingTalk robot' },
  feishu: { zh: '飞书群机器人', en: 'Feishu robot' },
} as const satisfies Readonly<Record<ChannelKind, Wording>>
