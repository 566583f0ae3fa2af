import type { Wording } from '@shiji/kernel/wording'
import type { z } from 'zod'
import type { Unit } from './directory.ts'

/** The kinds of units as every list names them. */
export const KIND_WORDS: Readonly<Record<z.infer<typeof Unit>['kind'], Wording>> = {
  district: { zh: '区', en: 'District' },
  bureau: { zh: '委办局', en: 'Bureau' },
  office: { zh: '科室', en: 'Office' },
  school: { zh: '学校', en: 'School' },
  centre: { zh: '中心', en: 'Centre' },
  vendor: { zh: '服务商', en: 'Vendor' },
}
