import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Select } from 'antd'
import { queries } from '#desk/api/client.ts'
import { Loaded } from '#desk/kit/loaded.tsx'
import { StateBlock } from '#desk/kit/state-block.tsx'
import { formatMoment } from '#desk/words/format-moment.ts'
import { useWords } from '#desk/words/use-words.ts'
import '../forms.css'
import { FormHead } from '../sheet/form-head.tsx'
import { Differences } from './differences.tsx'

const WORDS = {
  about: { zh: '两版之间改了哪些格', en: 'Which cells changed between two versions' },
  from: { zh: '从', en: 'From' },
  to: { zh: '到', en: 'To' },
  version: {
    zh: '第 {version} 版 · {at} · {by} · 改 {cells} 格',
    en: 'Version {version} · {at} · {by} · {cells} cells',
  },
  only: { zh: '只有一版', en: 'Only one version' },
  onlyAbout: { zh: '改动保存后，这里比较前后两版。', en: 'Once a change is saved, two versions are compared here.' },
} as const

/** 历次: two versions of a form beside each other, the last change first. */
export function VersionsPage() {
  const say = useWords(WORDS)
  const navigate = useNavigate()
  const { formId } = useParams({ from: '/desk/projects/forms/$formId/versions' })
  const asked = useSearch({ from: '/desk/projects/forms/$formId/versions' })
  const opened = useQuery(queries.performance.openForm.queryOptions({ input: { id: formId } }))
  const versions = useQuery(queries.performance.listVersions.queryOptions({ input: { id: formId } }))
  return (
    <Loaded query={opened}>
      {(form) => {
        const to = Math.min(asked.to ?? form.version, form.version)
        const from = Math.min(asked.from ?? form.version - 1, form.version)
        const show = (chosen: { from: number; to: number }) =>
          void navigate({
            to: '/projects/forms/$formId/versions',
            params: { formId },
            search: chosen,
            replace: true,
          })
        return (
          <>
            <FormHead form={form} about={say('about')} />
            <Loaded query={versions}>
              {(list) => {
                if (list.length < 2) {
                  return <StateBlock state={{ kind: 'empty', title: say('only'), about: say('onlyAbout') }} />
                }
                const options = list.map(({ version, savedAt, savedBy, cells }) => ({
                  value: version,
                  label: say('version', { version, at: formatMoment(savedAt), by: savedBy, cells }),
                }))
                return (
                  <>
                    <div className="version-choice">
                      <span id="version-from">{say('from')}</span>
                      <Select
                        aria-labelledby="version-from"
                        value={from}
                        options={options}
                        popupMatchSelectWidth={false}
                        onChange={(chosen) => show({ from: chosen, to })}
                      />
                      <span id="version-to">{say('to')}</span>
                      <Select
                        aria-labelledby="version-to"
                        value={to}
                        options={options}
                        popupMatchSelectWidth={false}
                        onChange={(chosen) => show({ from, to: chosen })}
                      />
                    </div>
                    <Differences {...{ form, from, to }} />
                  </>
                )
              }}
            </Loaded>
          </>
        )
      }}
    </Loaded>
  )
}
