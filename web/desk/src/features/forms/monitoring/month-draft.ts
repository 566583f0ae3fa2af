import type { MonthReply } from '@shiji/contract/monitoring'
import { useState } from 'react'
import type { z } from 'zod'

export type Month = z.infer<typeof MonthReply>
export type MonitoredRow = Month['rows'][number]
export type Written = Pick<MonitoredRow, 'soFar' | 'band' | 'expected' | 'reason'>

/** What was typed into a month and is not saved yet, by position of the row. */
export function useMonthDraft(month: Month) {
  const [typed, setTyped] = useState<ReadonlyMap<number, Partial<Written>>>(new Map())
  const [answers, setAnswers] = useState(month.answers)
  const writtenOf = (row: MonitoredRow): Written => ({ ...row, ...typed.get(row.position) })
  return {
    writtenOf,
    answers,
    write: (position: number, change: Partial<Written>) =>
      setTyped((now) => new Map(now).set(position, { ...now.get(position), ...change })),
    answer: (change: Partial<NonNullable<Month['answers']>>) =>
      setAnswers((now) => ({ spending: true, goal: true, ...now, ...change })),
    /** Rows nobody wrote about are not sent. */
    rows: () =>
      month.rows.flatMap((row) => {
        const { soFar, band, expected, reason } = writtenOf(row)
        const isBlank = soFar === '' && band === null && expected === '' && reason === ''
        return isBlank ? [] : [{ indicator: row.indicator, soFar, band, expected, reason }]
      }),
    isChanged: typed.size > 0 || answers !== month.answers,
  }
}

export type MonthDraft = ReturnType<typeof useMonthDraft>
