import type { ProbeId } from '@shiji/contract/watch'
import { useMutation } from '@tanstack/react-query'
import { Button, type FormInstance } from 'antd'
import { queries } from '#desk/api/client.ts'
import { Light } from '#desk/kit/light.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import { NEW_PROBE, type ProbeFields, secretOf, targetOf } from './probe-fields.ts'

const WORDS = {
  title: { zh: '试一次', en: 'Try it' },
  about: {
    zh: '按左边的设置立刻看一次，结果不记入可用性。',
    en: 'Looks at once with these settings; what it finds does not count.',
  },
  up: { zh: '可用', en: 'up' },
  down: { zh: '失败', en: 'failed' },
  took: { zh: '用时 {ms} 毫秒', en: 'took {ms} ms' },
  certificate: { zh: '证书有效至 {until}', en: 'certificate valid until {until}' },
} as const

type Asked = { readonly form: FormInstance<ProbeFields>; readonly id: ProbeId | null }

/** Shows what the settings find before anybody relies on them. */
export function TryProbe({ form, id }: Asked) {
  const say = useWords(WORDS)
  const trial = useMutation(queries.watch.tryProbe.mutationOptions())
  const send = async () => {
    const isFilled = await form.validateFields([['target'], 'timeoutMs'], { recursive: true }).then(
      () => true,
      () => false,
    )
    if (!isFilled) return
    const fields = form.getFieldsValue()
    const settings = targetOf(fields.kind, { ...NEW_PROBE.target, ...fields.target })
    trial.mutate({ id, target: settings, timeoutMs: fields.timeoutMs, secret: secretOf(fields) })
  }
  const found = trial.data
  return (
    <section className="card" aria-label={say('title')}>
      <h2>{say('title')}</h2>
      <div className="card-body">
        <p className="small">{say('about')}</p>
        <Button loading={trial.isPending} onClick={() => void send()}>
          {say('title')}
        </Button>
        <div className="watch-found" role="status">
          <ProblemAlert problem={trial.error} />
          {found === undefined ? null : (
            <>
              <span>
                <Light kind={found.isUp ? 'good' : 'bad'} word={say(found.isUp ? 'up' : 'down')} />{' '}
                <span className="small">{say('took', { ms: found.tookMs })}</span>
              </span>
              {found.problem === '' ? null : <span>{found.problem}</span>}
              {found.certificateUntil === null ? null : (
                <span className="small">{say('certificate', { until: formatMoment(found.certificateUntil) })}</span>
              )}
            </>
          )}
        </div>
      </div>
    </section>
  )
}
