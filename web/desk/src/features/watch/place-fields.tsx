import { HERE } from '@shiji/contract/watch-places'
import { useQuery } from '@tanstack/react-query'
import { Form, InputNumber, Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  vantages: { zh: '从哪里看', en: 'Looked at from' },
  about: {
    zh: '不选则由本服务器单独查看；心跳和带密码的探测只能由本服务器查看。',
    en: 'Choose none and this server looks alone; heartbeats and probes with a password are always its own.',
  },
  here: { zh: '本服务器', en: 'this server' },
  needed: { zh: '几处说中断才算中断', en: 'Places that must say it is out' },
} as const

/** The places a probe is looked at from, and how many of them decide. */
export function PlaceFields({ count }: { readonly count: number }) {
  const say = useWords(WORDS)
  const vantages = useQuery(queries.watchVantages.listVantages.queryOptions())
  const elsewhere = (vantages.data ?? []).map(({ id, name }) => ({ value: id as string, label: name }))
  if (elsewhere.length === 0) return null
  const options = [{ value: HERE as string, label: say('here') }, ...elsewhere]
  return (
    <>
      <Form.Item name="vantages" label={say('vantages')} extra={say('about')}>
        <Select mode="multiple" options={options} placeholder={say('here')} />
      </Form.Item>
      {count === 0 ? null : (
        <Form.Item name="needed" label={say('needed')}>
          <InputNumber min={1} max={count} precision={0} />
        </Form.Item>
      )}
    </>
  )
}
