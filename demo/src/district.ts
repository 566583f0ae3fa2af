export const DEMO_DISTRICT = { slug: 'demo', name: '澄湖区' }

/** The district is founded on this day. */
export const DEMO_BEGINS = Temporal.Instant.from('2024-01-03T00:30:00Z')

/** The demo was interrupted while it was made; what is there is neither empty nor whole. */
export class DemoUnfinished extends Error {}
