import type { Role, Unit } from '@shiji/contract/directory'
import type { z } from 'zod'

export type Office = {
  readonly name: string
  readonly kind: z.infer<typeof Unit>['kind']
  /** null stands right below the district. */
  readonly parent: string | null
  /** One person for each. */
  readonly posts: readonly (readonly Role[])[]
}

export const EDUCATION_BUREAU = '教育局'
export const EDUCATION_CENTRE = '教育信息中心'
export const OFFICE_SERVICES = '机关事务服务中心'
/** The firm that watches over the works of others. */
export const SUPERVISING_FIRM = '清衡信息监理'
export const EXPERT_POOL = '评审专家库'
export const NETWORK_FIRM = '栖木网络工程'
export const SOFTWARE_FIRM = '岸汀软件'

const SCHOOL_NAMES = [
  '芦汀小学 望舟小学 采苓小学 鹭堤小学 桐荫小学 麦垄小学 听潮小学 槐序小学 南塘小学 石桥湾小学',
  '云栈小学 晴野小学 青萍小学 渡口小学 橹声小学 月塘小学 竹里小学 松亭小学 半亩小学 兰渚小学',
  '枫桥湾实验小学 荷风实验小学 星垂实验小学 澄湖第一小学 澄湖第二小学 澄湖第三小学',
  '澄湖中学 鹿鸣湾中学 远帆中学 砚池中学 北埠中学 云帆中学 观澜中学 白鹭洲中学',
  '澄湖高级中学 汀洲高级中学 湖东九年一贯制学校 湖西九年一贯制学校 澄湖特殊教育学校 澄湖职业技术学校',
].flatMap((line) => line.split(' '))

export const SCHOOLS: readonly Office[] = SCHOOL_NAMES.map((name) => ({
  name,
  kind: 'school',
  parent: EDUCATION_BUREAU,
  posts: [['project-contact'], ['teacher']],
}))

/** Below the district, parents before children. */
export const OFFICES: readonly Office[] = [
  {
    name: '财政局',
    kind: 'bureau',
    parent: null,
    posts: [['finance-reviewer'], ['finance-reviewer'], ['project-contact'], ['staff'], ['staff']],
  },
  {
    name: EDUCATION_BUREAU,
    kind: 'bureau',
    parent: null,
    posts: [['project-leader'], ['project-contact'], ['auditor'], ['staff'], ['staff'], ['staff']],
  },
  {
    name: EDUCATION_CENTRE,
    kind: 'centre',
    parent: EDUCATION_BUREAU,
    posts: [
      ['centre-manager'],
      ['project-leader'],
      ['project-contact'],
      ['engineer'],
      ['engineer'],
      ['engineer'],
      ['duty-operator'],
      ['duty-operator'],
      ['duty-operator'],
    ],
  },
  {
    name: OFFICE_SERVICES,
    kind: 'centre',
    parent: null,
    posts: [['project-leader'], ['project-contact'], ['engineer'], ['duty-operator'], ['duty-operator'], ['staff']],
  },
  { name: SUPERVISING_FIRM, kind: 'vendor', parent: null, posts: [['supervisor'], ['supervisor']] },
  { name: '澜图数据技术', kind: 'vendor', parent: null, posts: [['engineer'], ['engineer']] },
  { name: NETWORK_FIRM, kind: 'vendor', parent: null, posts: [['engineer'], ['engineer']] },
  { name: SOFTWARE_FIRM, kind: 'vendor', parent: null, posts: [['engineer'], ['engineer']] },
  ...SCHOOLS,
  { name: EXPERT_POOL, kind: 'centre', parent: null, posts: [['expert'], ['expert'], ['expert']] },
]

/** Posts of the district itself: from here everything in it can be read. */
export const DISTRICT_POSTS: readonly (readonly Role[])[] = [
  ['system-administrator'],
  ['security-administrator'],
  ['audit-administrator'],
  ['finance-reviewer'],
  ['auditor'],
]

/** Who joined last. */
export const LATEST_POST = { office: EDUCATION_CENTRE, roles: ['engineer'] } satisfies {
  readonly office: string
  readonly roles: readonly Role[]
}
