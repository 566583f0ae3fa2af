import type { UnitId } from '@shiji/contract/directory'
import { Severity } from '@shiji/kernel/severity/ticket-class'
import { TicketState } from '@shiji/kernel/ticket/ticket-state'
import { useQuery } from '@tanstack/react-query'
import { Input, Select } from 'antd'
import { useState } from 'react'
import { queries } from '#desk/api/client.ts'
import { useWords } from '#desk/words/use-words.ts'
import type { TicketSearch } from './ticket-search.ts'
import { UnitPicker } from './unit-picker.tsx'
import { useTicketWords } from './words-of-ticket.ts'

const WORDS = {
  filter: { zh: '筛选', en: 'Filter' },
  search: { zh: '编号、内容、地点', en: 'Number, words, place' },
  state: { zh: '状态', en: 'State' },
  open: { zh: '未关闭', en: 'Not closed' },
  all: { zh: '全部状态', en: 'Every state' },
  severity: { zh: '等级', en: 'Severity' },
  service: { zh: '服务', en: 'Service' },
  whose: { zh: '处理人', en: 'Who works on it' },
  everybody: { zh: '所有人', en: 'Anybody' },
  mine: { zh: '我的', en: 'Mine' },
  nobody: { zh: '还没有人', en: 'Nobody yet' },
} as const

type TicketFilterProps = { readonly asked: TicketSearch; readonly onAsk: (asked: TicketSearch) => void }

/** What is asked stands in the address, so that it can be handed on. */
export function TicketFilter({ asked, onAsk }: TicketFilterProps) {
  const say = useWords(WORDS)
  const words = useTicketWords()
  const setting = useQuery(queries.desk.readDesk.queryOptions())
  const [typed, setTyped] = useState(asked.search ?? '')
  const states = TicketState.options.map((value) => ({ value, label: words.state(value) }))
  const ask = (change: Partial<TicketSearch>) => onAsk({ ...asked, ...change })
  return (
    <search className="ticket-filter" aria-label={say('filter')}>
      <Input.Search
        aria-label={say('search')}
        placeholder={say('search')}
        allowClear
        maxLength={50}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onSearch={(search) => ask({ search: search === '' ? undefined : search })}
      />
      <Select
        aria-label={say('state')}
        value={asked.state ?? 'open'}
        options={[{ value: 'open', label: say('open') }, { value: 'all', label: say('all') }, ...states]}
        onChange={(state) => ask({ state })}
      />
      <Select
        aria-label={say('severity')}
        allowClear
        placeholder={say('severity')}
        value={asked.severity ?? null}
        options={Severity.options.map((value) => ({ value, label: words.severity(value) }))}
        onChange={(severity) => ask({ severity: severity ?? undefined })}
      />
      <Select
        aria-label={say('service')}
        allowClear
        placeholder={say('service')}
        value={asked.service ?? null}
        options={(setting.data?.services ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(service) => ask({ service: service ?? undefined })}
      />
      <UnitPicker
        chosen={asked.unitId ?? null}
        onChoose={(unitId: UnitId | null) => ask({ unitId: unitId ?? undefined })}
      />
      <Select
        aria-label={say('whose')}
        value={asked.whose ?? 'all'}
        options={(['all', 'mine', 'nobody'] as const).map((value) => ({
          value,
          label: say(value === 'all' ? 'everybody' : value),
        }))}
        onChange={(whose) => ask({ whose })}
      />
    </search>
  )
}
