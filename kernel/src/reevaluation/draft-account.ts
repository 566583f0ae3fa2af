import { say } from '../wording.ts'

/** A row of the self-evaluation that records speak for. */
export type AccountedRow = {
  readonly position: number
  readonly name: string
  readonly target: string
  /** What the records say, figure and unit. */
  readonly actual: string
  /** What stands in the form; another figure only with a ground of its own. */
  readonly stated: string
  /** By the rule of the place; null while nothing says so. */
  readonly isReached: boolean | null
  /** Of the reading, days of the office. */
  readonly from: string
  readonly until: string
  readonly counted: number
  readonly late: number
  /** Why records were left out, in the words of the form, and how many. */
  readonly excluded: readonly { readonly reason: string; readonly count: number }[]
  /** The day the records were read. */
  readonly asOf: string
}

type AccountSentence = {
  readonly position: number
  /** Of the footnote, from 1. */
  readonly number: number
  readonly sentence: string
  readonly note: string
}

export type Account = {
  readonly sentences: readonly AccountSentence[]
  /** 实际完成情况 with its footnotes, as it goes into the form; '' when no records speak. */
  readonly text: string
}

/**
 * 实际完成情况 written from facts: a sentence from each reading, a footnote that says of what it was made. In the language
 * of the form, which is Chinese whatever the page speaks.
 */
export function draftAccount(rows: readonly AccountedRow[], unread: number): Account {
  const sentences = rows.map((row, at) => ({
    position: row.position,
    number: at + 1,
    sentence: sentenceOf(row),
    note: noteOf(row),
  }))
  if (sentences.length === 0) return { sentences, text: '' }
  const body = sentences.map(({ sentence, number }) => `${sentence}[${number}]`).join('；')
  const rest = unread === 0 ? '' : say(WORDS.rest, 'zh', { count: unread })
  const notes = sentences.map(({ number, note }) => `[${number}]${note}`).join('；')
  return { sentences, text: `${body}。${rest}\n${say(WORDS.notes, 'zh', { notes })}` }
}

function sentenceOf({ name, target, actual, stated, isReached, from, until }: AccountedRow): string {
  const period = isWholeYear(from, until) ? WORDS.year : WORDS.period
  const said = say(period, 'zh', { name, actual, from, until })
  const verdict =
    isReached === null ? '' : say(isReached ? WORDS.reached : WORDS.missed, 'zh', { target: target.trim() })
  const differs = stated.trim() !== '' && stated.trim() !== actual.trim()
  return `${said}${verdict}${differs ? say(WORDS.stated, 'zh', { stated }) : ''}`
}

function noteOf({ from, until, counted, late, excluded, asOf }: AccountedRow): string {
  const left = excluded.reduce((sum, { count }) => sum + count, 0)
  const reasons = excluded.map(({ reason, count }) => say(WORDS.reason, 'zh', { reason, count })).join('、')
  return [
    say(WORDS.records, 'zh', { from, until, counted }),
    ...(late === 0 ? [] : [say(WORDS.late, 'zh', { late })]),
    ...(left === 0 ? [] : [say(WORDS.left, 'zh', { left, reasons })]),
    say(WORDS.asOf, 'zh', { asOf }),
  ].join('，')
}

function isWholeYear(from: string, until: string): boolean {
  return from.endsWith('-01-01') && until.endsWith('-12-31') && from.slice(0, 4) === until.slice(0, 4)
}

const WORDS = {
  year: { zh: '{name}全年{actual}', en: '{name}: {actual} over the year' },
  period: { zh: '{name}{from}至{until}为{actual}', en: '{name}: {actual} from {from} to {until}' },
  reached: { zh: '，达到目标{target}', en: ', target {target} reached' },
  missed: { zh: '，未达到目标{target}', en: ', target {target} missed' },
  stated: { zh: '（单位另有依据，填报{stated}）', en: ' (the unit states {stated} on grounds of its own)' },
  rest: { zh: '另有{count}项指标没有记录可计算，按单位填报。', en: '{count} further rows have no records.' },
  notes: { zh: '注：{notes}。', en: 'Notes: {notes}.' },
  records: { zh: '{from}至{until}记录{counted}条', en: '{counted} records from {from} to {until}' },
  late: { zh: '其中补录{late}条', en: '{late} of them entered late' },
  left: { zh: '未计入{left}条（{reasons}）', en: '{left} left out ({reasons})' },
  reason: { zh: '{reason}{count}条', en: '{reason} {count}' },
  asOf: { zh: '{asOf}读数', en: 'read on {asOf}' },
} as const
