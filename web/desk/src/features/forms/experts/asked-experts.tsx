import type { PersonId } from '@shiji/contract/directory'
import type { FormId } from '@shiji/contract/performance'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { Light } from '#desk/kit/light.tsx'
import { Loaded } from '#desk/kit/loaded.tsx'
import { ProblemAlert } from '#desk/kit/problem-alert.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useAside, useWords } from '#desk/words/use-words.ts'

const WORDS = {
  title: { zh: '请专家用自己的账号评分', en: 'Experts who score with their own account' },
  about: {
    zh: '已签名的评分提交时自动计入；纸质评分表在下面登记，报告里注明。',
    en: 'Signed scores count when you hand in; sheets of paper are entered below and marked in the report.',
  },
  waiting: { zh: '待签名', en: 'Not signed' },
  signed: { zh: '{at} 已签名', en: 'Signed {at}' },
  person: { zh: '请哪位专家', en: 'Which expert' },
  takeBack: { zh: '收回', en: 'Take back' },
  takeBackOf: { zh: '收回{name}的评分表', en: 'Take the sheet of {name} back' },
  ask: { zh: '请他评分', en: 'Ask' },
  nobody: { zh: '没有可请的专家（须有“评价专家”角色，且不属于被评价单位）', en: 'No expert can be asked' },
} as const

/** Who was asked to score and who signed; what they gave shows with the means. */
export function AskedExperts({ id }: { readonly id: FormId }) {
  const aside = useAside()
  const say = useWords(WORDS)
  const [person, setPerson] = useState<PersonId>()
  const experts = useQuery(queries.expertSheets.listExperts.queryOptions({ input: { id } }))
  const again = () => queryClient.invalidateQueries({ queryKey: queries.expertSheets.key() })
  const ask = useMutation(
    queries.expertSheets.askExpert.mutationOptions({
      onSuccess: async () => {
        setPerson(undefined)
        await again()
      },
    }),
  )
  const takeBack = useMutation(queries.expertSheets.takeBackSheet.mutationOptions({ onSettled: again }))
  return (
    <Loaded query={experts} rows={2}>
      {({ asked, free }) => (
        <section aria-label={say('title')}>
          <p>
            <b>{say('title')}</b> <span className="small">{say('about')}</span>
          </p>
          {asked.map(({ id: sheet, name, unit, signedAt }) => (
            <p key={sheet}>
              {name} <span className="small">{unit}</span>{' '}
              <Light
                kind={signedAt === null ? 'watch' : 'good'}
                word={signedAt === null ? say('waiting') : say('signed', { at: formatMoment(signedAt) })}
              />{' '}
              {signedAt === null ? (
                <Button
                  type="link"
                  size="small"
                  aria-label={say('takeBackOf', { name })}
                  loading={takeBack.isPending && takeBack.variables.sheetId === sheet}
                  onClick={() => takeBack.mutate({ id, sheetId: sheet })}
                >
                  {say('takeBack')}
                </Button>
              ) : null}
            </p>
          ))}
          <ProblemAlert problem={ask.error ?? takeBack.error} />
          {free.length === 0 ? (
            <p className="small">{say('nobody')}</p>
          ) : (
            <p className="again-tools">
              <Select
                aria-label={say('person')}
                placeholder={say('person')}
                value={person}
                popupMatchSelectWidth={false}
                options={free.map(({ personId, name, unit }) => ({ value: personId, label: aside(name, unit) }))}
                onChange={setPerson}
              />
              <Button
                disabled={person === undefined}
                loading={ask.isPending}
                onClick={() => person !== undefined && ask.mutate({ id, personId: person })}
              >
                {say('ask')}
              </Button>
            </p>
          )}
        </section>
      )}
    </Loaded>
  )
}
