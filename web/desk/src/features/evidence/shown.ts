/** Which rows a board shows: 未绑定 stands beside the four lights. */
export const SHOWN = ['alarm', 'watch', 'fine', 'not-begun', 'unbound'] as const

export type Shown = (typeof SHOWN)[number]
