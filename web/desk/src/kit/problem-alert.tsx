import { Alert } from 'antd'
import type { ProblemError } from '#desk/api/problem-error.ts'

/** Why a form was not accepted, above its fields; nothing when there is no problem. */
export function ProblemAlert({ problem }: { readonly problem: ProblemError | null }) {
  return problem === null ? null : <Alert className="problem-alert" type="error" showIcon title={problem.detail} />
}
