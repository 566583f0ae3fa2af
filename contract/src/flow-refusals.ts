/** What the drawing of flows refuses. */
export const FLOW_DEFINITION_REFUSALS = {
  'flow-unfit': {
    status: 422,
    zh: '流程还有 {count} 处不合规，不能发布。草稿已保存。请按清单逐处改好：{first}',
    en: 'The flow has {count} problems and is not published. The draft is kept. Mend what is listed: {first}',
  },
  'bpmn-unreadable': {
    status: 422,
    zh: '这个 BPMN 文件读不了：{problem}。草稿没有改动。请在原工具里改正后重新导出。',
    en: 'This BPMN file cannot be read: {problem}. The draft is unchanged. Correct it in the tool it comes from.',
  },
} as const
