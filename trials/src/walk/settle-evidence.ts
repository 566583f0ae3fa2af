// biome-ignore lint/suspicious/noExplicitAny: the script below knows what each route answers.
type Run = (name: string, input: object) => Promise<any>

type Subject = {
  readonly id: string
  readonly projectId: string
  readonly unitId: string
  readonly year: number
}

/** An approved promise meets its records: bound, read, listed, taken back, and the register behind it looked through. */
export async function goThroughEvidence(run: Run, { id, projectId, unitId, year }: Subject): Promise<void> {
  await run('bindSuggested', { id })
  const { declarations } = await run('readBoard', { year, projectId })
  const { position, binding } = declarations[0].rows[0]
  const bound = { id, position, measure: 'performance.execution-rate', reason: '支付台账为准', seen: binding }
  await run('bindRow', bound)
  await run('readRow', { id, position })
  await run('listEvidence', { id, position, which: 'counted' })
  const register = { key: 'desk.incidents', unitId, year }
  await run('readRegister', register)
  await run('reviewRegister', { ...register, month: 1 })
}
