import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input, Popconfirm } from 'antd'
import { type api, queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'

const WORDS = {
  heading: { zh: '状态页', en: 'Status page' },
  about: {
    zh: '给没有账号的人看：各系统是否正常、近 90 天、近期中断和计划停机公告。不显示网址和探测；不用脚本也能打开。',
    en: 'For people without an account: how services stand, ninety days, recent outages and planned windows. No addresses, no probes, no scripts.',
  },
  title: { zh: '页面标题', en: 'Title of the page' },
  isOpen: { zh: '公开：有网址的人都能看', en: 'Open: whoever has its address sees it' },
  needed: { zh: '请填写这一项', en: 'Fill this in' },
  save: { zh: '保存', en: 'Save' },
  renew: { zh: '换一个网址', en: 'Change its address' },
  sure: { zh: '旧网址立即失效。', en: 'The old address stops working at once.' },
  yes: { zh: '更换', en: 'Change it' },
  no: { zh: '不换', en: 'Keep it' },
} as const

type Page = Awaited<ReturnType<typeof api.watchPage.readStatusPage>>

/** Opens the page of one's own unit, and says where it is. */
export function StatusPageCard() {
  const say = useWords(WORDS)
  const page = useQuery(queries.watchPage.readStatusPage.queryOptions())
  return (
    <section className="card watch-status" aria-label={say('heading')}>
      <h2>{say('heading')}</h2>
      <div className="card-body">
        <p className="small">{say('about')}</p>
        <Loaded query={page} rows={2}>
          {(seen) => <Settings page={seen} />}
        </Loaded>
      </div>
    </section>
  )
}

type Fields = { readonly title: string; readonly isOpen: boolean }

function Settings({ page: { title, isOpen, path } }: { readonly page: Page }) {
  const say = useWords(WORDS)
  const keep = useMutation(
    queries.watchPage.keepStatusPage.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.watchPage.key() }),
    }),
  )
  const address = path === null || !isOpen ? null : `${window.location.origin}${path}`
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      initialValues={{ title, isOpen }}
      onFinish={(fields) => keep.mutate({ ...fields, renew: false })}
    >
      <ProblemAlert problem={keep.error} />
      <Form.Item name="title" label={say('title')} rules={[{ required: true, message: say('needed') }]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="isOpen" valuePropName="checked">
        <Checkbox>{say('isOpen')}</Checkbox>
      </Form.Item>
      {address === null ? null : (
        <p>
          <a className="watch-word" href={address} target="_blank" rel="noreferrer">
            {address}
          </a>
        </p>
      )}
      <span className="watch-acts">
        <Button htmlType="submit" loading={keep.isPending}>
          {say('save')}
        </Button>
        {address === null ? null : (
          <Popconfirm
            title={say('sure')}
            okText={say('yes')}
            cancelText={say('no')}
            onConfirm={() => keep.mutate({ title, isOpen, renew: true })}
          >
            <Button>{say('renew')}</Button>
          </Popconfirm>
        )}
      </span>
    </Form>
  )
}
