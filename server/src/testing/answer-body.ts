/** What a route answered, as tests and trials read it: they know what they asked, and what is not there fails where it is used. */
// biome-ignore lint/suspicious/noExplicitAny: the one place for all of them.
export type AnswerBody = any
