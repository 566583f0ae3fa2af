export const KIND_WORDS = {
  district: { zh: '区', en: 'District' },
  bureau: { zh: '委办局', en: 'Bureau' },
  office: { zh: '科室', en: 'Office' },
  school: { zh: '学校', en: 'School' },
  centre: { zh: '中心', en: 'Centre' },
  vendor: { zh: '服务商', en: 'Vendor' },
} as const
