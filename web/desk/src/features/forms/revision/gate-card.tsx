import type { GateReply } from '@shiji/contract/revision'
import type { z } from 'zod'
import { Light } from '#desk/kit/light.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '能不能修订', en: 'May it be revised' },
  open: { zh: '可以修订', en: 'Open' },
  closed: { zh: '现在不能修订', en: 'Closed now' },
  'elapsed-days': { zh: '按已过天数', en: 'by days gone' },
  executed: { zh: '按已支出金额', en: 'by money spent' },
  milestones: { zh: '按里程碑', en: 'by milestones' },
  progress: {
    zh: '项目进度 {progress}%（{measure}），须在 {limit}% 之前',
    en: 'Progress {progress} % ({measure}), to be below {limit} %',
  },
  'of-elapsed-days': { zh: '已过 {done} 天 ÷ 计划 {whole} 天', en: '{done} days gone ÷ {whole} planned' },
  'of-executed': { zh: '已支出 {done} 元 ÷ 预算 {whole} 元', en: '{done} yuan spent ÷ {whole} of the budget' },
  'of-milestones': { zh: '已达里程碑 {done} ÷ 全部 {whole}', en: 'milestones reached {done} ÷ {whole} in all' },
  lastDay: { zh: '最后一天：{day}', en: 'Last day: {day}' },
  times: { zh: '已修订 {times} 次', en: 'Revised {times} times' },
  remains: { zh: '还能做什么', en: 'What remains possible' },
  'budget-decision': { zh: '凭新的预算调整文件申请修订', en: 'Revise with a new budget decision and its file' },
  'explained-deviation': { zh: '在自评里说明偏差原因', en: 'Explain the deviation in the self-evaluation' },
} as const

export type Gate = z.infer<typeof GateReply>

/** Whether the gate is open, by what it was measured, and what remains when it is not. */
export function GateCard({ gate }: { readonly gate: Gate }) {
  const say = useWords(WORDS)
  const { open, reason, message, measure, progress, of, limit, lastDay, revisions, remains } = gate
  return (
    <section className="card revision-gate">
      <h2>
        {say('title')} <Light kind={open ? 'good' : 'bad'} word={say(open ? 'open' : 'closed')} />
      </h2>
      <div className="card-body">
        {message === '' ? null : <p>{message}</p>}
        {/* The message of a gate that is past says the same. */}
        {reason === 'past-limit' || progress === null || measure === null || limit === null ? null : (
          <p>{say('progress', { progress, limit, measure: say(measure) })}</p>
        )}
        {of === null || measure === null ? null : <p className="small">{say(`of-${measure}`, of)}</p>}
        {lastDay === null ? null : <p>{say('lastDay', { day: lastDay })}</p>}
        <p className="small">{say('times', { times: revisions })}</p>
        {remains.length === 0 ? null : (
          <>
            <p className="strong">{say('remains')}</p>
            <ul>
              {remains.map((one) => (
                <li key={one}>{say(one)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  )
}
