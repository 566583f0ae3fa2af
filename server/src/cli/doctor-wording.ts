import type { Wording } from '@shiji/kernel/wording'

/** What the check-up says: the finding, and apart from it what to do. */
export const DOCTOR = {
  node: { zh: 'Node {found}', en: 'Node {found}' },
  nodeOld: {
    zh: 'Node {found} 太旧，需要 {needed} 以上：时间计算和打分可能出错。',
    en: 'Node {found} is too old, {needed} or newer is needed: times and scores may go wrong.',
  },
  nodeOldAdvice: {
    zh: '在项目目录运行 npm ci，再用 npx shiji 启动。',
    en: 'Run npm ci in the project folder and start with npx shiji.',
  },
  engines: { zh: '读写引擎：{engines}', en: 'Engines: {engines}' },
  fontOwn: { zh: '{role}：使用本单位的 {used}', en: '{role}: the unit’s own {used}' },
  fontSubstituted: {
    zh: '{role}：没有 {asked}，PDF 用 {used} 代替；字形略有不同，文字和版式不变。',
    en: '{role}: {asked} is absent, PDF uses {used}; letters look slightly different, text and layout stay.',
  },
  fontAdvice: {
    zh: '把本单位有授权的字体文件放进一个目录，用 --fonts 指定。',
    en: 'Put the font files your unit holds a licence for into a folder and name it with --fonts.',
  },
  fontFolderMissing: { zh: '找不到字体目录 {folder}。', en: 'There is no font folder {folder}.' },
  fontFolderAdvice: {
    zh: '检查路径；在此之前 PDF 用自带字体。',
    en: 'Check the path; until then PDF uses the font that comes along.',
  },
  fontUnreadable: { zh: '{file} 不是能读的字体文件。', en: '{file} is no readable font file.' },
  fontUnreadableAdvice: { zh: '换一份完整的 .ttf 或 .otf。', en: 'Replace it with a whole .ttf or .otf.' },
  packs: {
    zh: '表样 {templates} 份，规则包 {packs} 个，全部有效。',
    en: '{templates} form templates and {packs} rule packs, all valid.',
  },
} as const satisfies Record<string, Wording>
