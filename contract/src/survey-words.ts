import type { Wording } from '@shiji/kernel/wording'
import type { z } from 'zod'
import type { Audience } from './desk-surveys.ts'

/** Who a survey asks, as lists and measures name them. */
export const AUDIENCE_WORDS: Readonly<Record<z.infer<typeof Audience>, Wording>> = {
  department: { zh: '业务科室', en: 'Departments' },
  staff: { zh: '工作人员', en: 'Staff' },
  managers: { zh: '管理人员', en: 'Managers' },
  school: { zh: '学校', en: 'Schools' },
  teacher: { zh: '教师', en: 'Teachers' },
  served: { zh: '被服务单位', en: 'Units served' },
  public: { zh: '群众', en: 'The public' },
}
