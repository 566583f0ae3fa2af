import type { SignInRules } from '@shiji/contract/directory-sign-in'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Form, Radio } from 'antd'
import type { z } from 'zod'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { useFeedback } from '#desk/kit/feedback.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { PageHead } from '#desk/kit/page-head.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { useWords } from '#desk/words/use-words.ts'
import './people.css'

type Rules = z.infer<typeof SignInRules>

const WORDS = {
  title: { zh: '登录规则', en: 'Sign-in rules' },
  about: { zh: '由安全管理员设定，对全区生效', en: 'Chosen by the security administrator for the whole district' },
  profile: { zh: '密码要求', en: 'Passwords' },
  dengbao: {
    zh: '等保：至少 10 个字符、三种字符、90 天更换、最近 5 次不重复',
    en: 'Classified protection: 10 characters, three classes, changed every 90 days, none of the last five',
  },
  asvs: {
    zh: 'ASVS 5.0：至少 15 个字符，不限种类，不定期更换',
    en: 'ASVS 5.0: 15 characters, no composition, no rotation',
  },
  second: { zh: '谁必须用动态码', en: 'Who must use a second step' },
  administrators: { zh: '三员（推荐）', en: 'The three administrators (advised)' },
  everybody: { zh: '所有人', en: 'Everybody' },
  nobody: { zh: '不强制', en: 'Nobody must' },
  grace: {
    zh: '需要动态码的人，从首次登录起有 7 天时间启用；到期不启用，只能打开“我的账号”。',
    en: 'Who needs it has 7 days from the first sign-in to set it up; after that only their own account is open.',
  },
  save: { zh: '保存规则', en: 'Save the rules' },
  saved: { zh: '登录规则已保存', en: 'Sign-in rules saved' },
} as const

export function SignInRulesPage() {
  const say = useWords(WORDS)
  const rules = useQuery(queries.signInSafety.readSignInRules.queryOptions())
  return (
    <>
      <PageHead title={say('title')} about={say('about')} />
      <section className="card">
        <div className="card-body">
          <Loaded query={rules} rows={4}>
            {({ profile, secondStep }) => <RulesForm rules={{ profile, secondStep }} />}
          </Loaded>
        </div>
      </section>
    </>
  )
}

function RulesForm({ rules }: { readonly rules: Rules }) {
  const say = useWords(WORDS)
  const message = useFeedback()
  const set = useMutation(
    queries.signInSafety.setSignInRules.mutationOptions({
      onSuccess: async () => {
        message.success(say('saved'))
        await queryClient.invalidateQueries({ queryKey: queries.signInSafety.key() })
      },
    }),
  )
  return (
    <Form<Rules> layout="vertical" initialValues={rules} onFinish={(chosen) => set.mutate(chosen)}>
      <ProblemAlert problem={set.error} />
      <Form.Item name="profile" label={say('profile')}>
        <Radio.Group className="rule-choice" options={(['dengbao', 'asvs'] as const).map(labelled)} />
      </Form.Item>
      <Form.Item name="secondStep" label={say('second')} extra={say('grace')}>
        <Radio.Group
          className="rule-choice"
          options={(['administrators', 'everybody', 'nobody'] as const).map(labelled)}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={set.isPending}>
        {say('save')}
      </Button>
    </Form>
  )

  function labelled(value: Rules['profile'] | Rules['secondStep']) {
    return { value, label: say(value) }
  }
}
