import type { Wording } from '@shiji/kernel/wording'

/** Why a check failed. */
export const PROBE_WORDS = {
  'address-not-allowed': {
    zh: '地址 {host}:{port} 不在允许名单内，没有探测。请系统管理员在“渠道与地址”中加入。',
    en: 'The address {host}:{port} is not on the list. Nothing was sent. Ask the system administrator to allow it.',
  },
  'host-not-allowed': {
    zh: '主机 {host} 不在允许名单内，没有探测。请系统管理员在“渠道与地址”中加入它的任一端口。',
    en: 'The host {host} is not on the list. Nothing was sent. Ask the system administrator to allow it with any port.',
  },
  'no-echo': { zh: '{host} 没有回应（ping）。', en: '{host} sends no echo (ping).' },
  'ping-missing': {
    zh: '运行服务的机器上没有 ping 程序，或不许本服务使用它（{reason}），没有探测。请管理员安装 iputils-ping 或改用 TCP 探测。',
    en: 'The machine of the server has no ping program, or does not let it be used ({reason}). Nothing was looked at. Install iputils-ping or use a TCP probe.',
  },
  'snmp-user-unknown': {
    zh: '设备不认识 SNMP 用户“{user}”。请核对用户名。',
    en: 'The device knows no SNMP user "{user}". Check the name.',
  },
  'snmp-password-wrong': {
    zh: 'SNMP 的密码或摘要算法与设备上的不一致。请核对。',
    en: 'The SNMP password or its hash is not the one of the device. Check both.',
  },
  'snmp-level-unsupported': {
    zh: '设备不接受这一 SNMP 安全级别。请按设备上的设置选择。',
    en: 'The device does not take this SNMP security level. Choose the one set on it.',
  },
  'address-too-near': {
    zh: '{host} 解析到 {address}，超出允许的范围，没有探测。',
    en: '{host} leads to {address}, nearer than allowed. Nothing was sent.',
  },
  'address-unknown': { zh: '{host} 解析不到地址。', en: '{host} has no address.' },
  'address-unreadable': {
    zh: '地址不完整，应以 http:// 或 https:// 开头且不带用户名。',
    en: 'The address is incomplete: it begins with http:// or https:// and carries no user.',
  },
  'not-reached': { zh: '{host}:{port} 连接不上（{reason}）。', en: '{host}:{port} cannot be reached ({reason}).' },
  'too-slow': { zh: '{ms} 毫秒内没有答复。', en: 'No answer within {ms} ms.' },
  'status-unexpected': { zh: '答复状态为 {status}。', en: 'Answered with status {status}.' },
  'text-missing': { zh: '答复中没有“{text}”。', en: 'The answer does not hold “{text}”.' },
  'step-status': {
    zh: '第 {step} 步“{name}”答复状态为 {status}。',
    en: 'Step {step}, “{name}”, answered with status {status}.',
  },
  'step-text': {
    zh: '第 {step} 步“{name}”的答复中没有“{text}”。',
    en: 'The answer of step {step}, “{name}”, does not hold “{text}”.',
  },
  'header-missing': { zh: '答复头 {name} 中没有“{text}”。', en: 'The header {name} does not hold “{text}”.' },
  'certificate-expiring': { zh: '证书还有 {days} 天到期。', en: 'The certificate runs out in {days} days.' },
  'answered-badly': { zh: '答复不符合约定：{answer}', en: 'Answered otherwise than agreed: {answer}' },
  'clock-off': { zh: '时钟相差 {ms} 毫秒。', en: 'The clock is off by {ms} ms.' },
  'value-outside': { zh: '数值 {value} 不在 {least}–{most} 内。', en: 'The value {value} is outside {least}–{most}.' },
  'password-lost': {
    zh: '本机打不开保存的密码。请重新填写。',
    en: 'This server cannot open the password that is kept. Enter it again.',
  },
  'no-beat': { zh: '没有按时收到心跳。', en: 'No heartbeat came in time.' },
} as const satisfies Readonly<Record<string, Wording>>

export type ProbeProblemCode = keyof typeof PROBE_WORDS
