import type { Wording } from '@shiji/kernel/wording'

/** What is refused about units, people and signing in. */
export const DIRECTORY_REFUSALS = {
  'sign-in-failed': {
    status: 401,
    zh: '账号或密码不对。没有登录。请检查大小写后再试，忘记密码请联系安全管理员重置。',
    en: 'The login or the password is wrong. You are not signed in. Check capitals and try again, or ask the security administrator for a new password.',
  },
  'second-step-needed': {
    status: 401,
    zh: '密码正确，还需要动态码。请打开手机上的验证器，填写 6 位数字；手机不在身边时可填一个恢复码。',
    en: 'The password is right; a code is needed as well. Enter the 6 digits your authenticator app shows, or a recovery code.',
  },
  'code-wrong': {
    status: 401,
    zh: '动态码不对，或已经用过。请等下一个 6 位数字再填，并核对手机时间。',
    en: 'The code is wrong or was used before. Wait for the next 6 digits, and check the clock of your phone.',
  },
  'secret-unreadable': {
    status: 409,
    zh: '本服务器没有核对动态码所用的密钥（数据目录中的 secrets.key）。没有登录，数据完好。请管理员放回该文件；也可以填一个恢复码。',
    en: 'This server lacks the key to check codes with (secrets.key in the data folder). You are not signed in; nothing is lost. The administrator puts the file back; a recovery code works as well.',
  },
  'second-step-on': {
    status: 409,
    zh: '动态码已经启用。没有改动任何东西。换手机请联系安全管理员重置。',
    en: 'The second step is on already. Nothing was changed. For another phone ask the security administrator to reset it.',
  },
  'try-later': {
    status: 429,
    zh: '从这里输错的次数太多，请 {minutes} 分钟后再试，或联系系统管理员。账号没有被锁死。',
    en: 'Too many wrong tries from here. Try again in {minutes} minutes or ask the system administrator. The account is not locked for good.',
  },
  'password-refused': {
    status: 422,
    zh: '新密码不合要求：{reason}。密码没有改动。',
    en: 'The new password does not meet the rules: {reason}. It was not changed.',
  },
  'invitation-invalid': {
    status: 404,
    zh: '这个链接已用过、已过期，或有了更新的链接。请联系管理员重新发送。',
    en: 'This link was used, has expired, or a newer one was made. Ask the administrator for another.',
  },
  'has-come-in': {
    status: 409,
    zh: '{name}已经启用账号。没有生成链接。忘记密码请由安全管理员重置密码。',
    en: '{name} has come in already. No link was made. For a forgotten password the security administrator resets it.',
  },
  'never-came-in': {
    status: 409,
    zh: '{name}还没有接受邀请。没有生成链接。请由系统管理员重发邀请。',
    en: '{name} has not accepted the invitation yet. No link was made. The system administrator sends another.',
  },
  'person-disabled': {
    status: 409,
    zh: '{name}已停用。没有生成链接。请先由系统管理员恢复。',
    en: '{name} is disabled. No link was made. The system administrator lets them in again first.',
  },
  'administrator-by-hand': {
    status: 409,
    zh: '{name}是三员之一，不能由另一位管理员重置密码。没有生成链接。请在服务器上执行 shiji user link {login}。',
    en: '{name} is one of the three separated administrators; no other administrator resets their password. No link was made. On the server, run shiji user link {login}.',
  },
  'login-taken': {
    status: 409,
    zh: '登录名“{login}”已有人使用。请换一个。',
    en: 'The login "{login}" is taken. Choose another.',
  },
  'not-to-yourself': {
    status: 403,
    zh: '不能给自己授权。没有改动任何东西。请由另一位安全管理员办理。',
    en: 'Nobody grants rights to themselves. Nothing was changed. Ask another security administrator.',
  },
  'roles-not-combinable': {
    status: 409,
    zh: '“{first}”和“{second}”不能由同一人担任（三员分立）。没有改动任何东西。',
    en: 'One person cannot be both {first} and {second} (separated administrators). Nothing was changed.',
  },
  'unit-not-open': {
    status: 409,
    zh: '“{unit}”已合并或撤销。没有改动任何东西。请选择在用的单位。',
    en: '"{unit}" was merged or closed. Nothing was changed. Choose a unit that is open.',
  },
  'unit-is-district': {
    status: 409,
    zh: '“{unit}”是本区，不能移动、合并、拆分或撤销。没有改动任何东西。',
    en: '"{unit}" is the district itself: it is not moved, merged, split or closed. Nothing was changed.',
  },
  'unit-below-itself': {
    status: 409,
    zh: '“{unit}”不能归到它自己或它的下级“{other}”。没有改动任何东西。请另选一个单位。',
    en: '"{unit}" cannot go to itself or to "{other}" below it. Nothing was changed. Choose another unit.',
  },
  'unit-in-use': {
    status: 409,
    zh: '“{unit}”还有 {people} 人、{units} 个在用的下级单位。没有撤销。请先把他们调走，或改用合并。',
    en: '"{unit}" still has {people} people and {units} open units below it. It was not closed. Move them first, or merge it.',
  },
  'list-wrong': {
    status: 422,
    zh: '名单里还有 {count} 处错误。没有导入任何内容。请下载标注文件，改正后重新上传。',
    en: 'The list still has {count} faults. Nothing was imported. Take the marked file, correct it and bring it again.',
  },
  'list-read-again': {
    status: 409,
    zh: '预览之后，文件、单位或人员有了变动。没有导入任何内容。请重新预览，再确认导入。',
    en: 'The file, the units or the people changed after you looked. Nothing was imported. Look at the list again, then take it.',
  },
  'login-set': {
    status: 409,
    zh: '您的登录名由单位定为“{login}”。账号还没有启用。请用这个登录名继续。',
    en: 'Your unit has set your login to "{login}". You are not in yet. Go on with that login.',
  },
  'day-ahead': {
    status: 422,
    zh: '生效日期 {day} 还没有到。没有改动任何东西。请在当天或之后办理。',
    en: 'The day {day} has not come yet. Nothing was changed. Do this on that day or later.',
  },
} as const satisfies Readonly<Record<string, Wording & { readonly status: number }>>
