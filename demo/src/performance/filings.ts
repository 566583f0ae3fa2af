import type { Role } from '@shiji/contract/directory'
import type { CellEdit } from '@shiji/kernel/form/apply-edits'
import { EDUCATION_BUREAU, EDUCATION_CENTRE, OFFICE_SERVICES, SCHOOLS } from '../offices.ts'
import type { FormName } from './forms.ts'

/** One form handed in by the contact of an office, and what was changed on it afterwards. */
export type Filing = {
  readonly form: FormName
  readonly year: number
  readonly office: string
  readonly on: string
  /** Cells the contact left out or got wrong, by address. */
  readonly slips?: readonly CellEdit[]
  readonly corrections?: readonly Correction[]
}

export type Correction = { readonly on: string; readonly by: Role; readonly edits: readonly CellEdit[] }

const NO_CATEGORY: CellEdit = { where: 'fields.项目类别', was: '经常性项目', now: '' }
const [FIRST_SCHOOL = '', , THIRD_SCHOOL = ''] = SCHOOLS.map(({ name }) => name)

export const FILINGS: readonly Filing[] = [
  {
    form: 'database-support',
    year: 2024,
    office: EDUCATION_CENTRE,
    on: '2024-01-15',
    slips: [NO_CATEGORY],
    corrections: [
      { on: '2024-01-18', by: 'project-contact', edits: [{ where: 'fields.项目类别', was: '', now: '经常性项目' }] },
    ],
  },
  {
    form: 'office-site-operation',
    year: 2024,
    office: OFFICE_SERVICES,
    on: '2024-01-17',
    corrections: [
      {
        on: '2024-01-19',
        by: 'project-leader',
        edits: [{ where: 'indicators[22].target', was: '<=10分钟', now: '不超过10分钟' }],
      },
    ],
  },
  {
    form: 'cloud-office',
    year: 2025,
    office: EDUCATION_BUREAU,
    on: '2024-10-21',
    // The sum was one yuan too high until the leader added it up again.
    slips: [{ where: 'money.linesTotal', was: '372100', now: '372101' }],
    corrections: [
      {
        on: '2024-10-23',
        by: 'project-leader',
        edits: [{ where: 'money.linesTotal', was: '372101', now: '372100' }],
      },
    ],
  },
  { form: 'database-support', year: 2025, office: EDUCATION_CENTRE, on: '2024-10-22' },
  { form: 'office-site-upgrade', year: 2025, office: OFFICE_SERVICES, on: '2024-10-24' },
  {
    form: 'office-site-operation',
    year: 2025,
    office: OFFICE_SERVICES,
    on: '2024-10-25',
    slips: [{ where: 'indicators[15].target', was: '=100%', now: '' }],
    corrections: [
      {
        on: '2024-11-04',
        by: 'project-contact',
        edits: [{ where: 'indicators[15].target', was: '', now: '=100%' }],
      },
    ],
  },
  { form: 'school-operation', year: 2025, office: FIRST_SCHOOL, on: '2024-11-06' },
  {
    form: 'self-evaluation-pilot',
    year: 2024,
    office: EDUCATION_CENTRE,
    on: '2025-01-20',
    slips: [{ where: 'indicators[4].reason', was: '答卷中有两家单位反映培训场次偏少，下一年度增加一场', now: '' }],
    corrections: [
      {
        on: '2025-01-22',
        by: 'project-leader',
        edits: [{ where: 'indicators[4].reason', was: '', now: '答卷中有两家单位反映培训场次偏少，下一年度增加一场' }],
      },
    ],
  },
  {
    form: 'office-site-operation',
    year: 2026,
    office: OFFICE_SERVICES,
    on: '2025-10-20',
    slips: [{ where: 'indicators[17].target', was: '>=10000KB', now: '' }],
  },
  {
    form: 'database-support',
    year: 2026,
    office: EDUCATION_CENTRE,
    on: '2025-10-21',
    corrections: [
      {
        on: '2025-10-24',
        by: 'project-leader',
        edits: [
          { where: 'fields.联系电话', was: '021-5550-0112', now: '021-5550-0113' },
          { where: 'indicators[2].remark', was: '计划目标', now: '自首次报修起算' },
        ],
      },
    ],
  },
  { form: 'operation-improvement', year: 2026, office: EDUCATION_BUREAU, on: '2025-11-03' },
  { form: 'school-operation', year: 2026, office: FIRST_SCHOOL, on: '2025-11-05' },
  { form: 'school-operation', year: 2026, office: THIRD_SCHOOL, on: '2025-11-06' },
  { form: 'self-evaluation-services', year: 2025, office: EDUCATION_CENTRE, on: '2026-01-19' },
]
