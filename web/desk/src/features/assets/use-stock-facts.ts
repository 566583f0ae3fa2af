import type { RoomId } from '@shiji/contract/assets'
import { useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'
import type { Question } from '#desk/kit/ask-button.tsx'
import { useAside, useWords } from '#desk/words/use-words.ts'

const WORDS = {
  name: { zh: '名称', en: 'Name' },
  model: { zh: '规格型号', en: 'Model' },
  unitWord: { zh: '计量单位', en: 'Counted in' },
  unitHint: { zh: '个、箱、米……', en: 'pcs, boxes, metres …' },
  room: { zh: '存放库房', en: 'Store' },
  minimum: { zh: '最低库存', en: 'Minimum' },
  minimumHint: { zh: '低于它就提醒；0 为不设', en: 'Below it the item is short; 0 for none' },
} as const

type Known = {
  readonly name: string
  readonly model: string
  readonly unitWord: string
  readonly room: { readonly id: string } | null
  readonly minimum: string
}

/** What is asked of an item of the store, when it is entered and when it is changed. */
export function useStockFacts() {
  const aside = useAside()
  const say = useWords(WORDS)
  const rooms = useQuery(queries.assets.listRooms.queryOptions())
  const choices = (rooms.data ?? []).map(({ id, name, unit }) => ({ value: id, label: aside(name, unit.name) }))
  const questions = (known?: Known): Question[] => [
    { name: 'name', label: say('name'), initial: known?.name ?? '' },
    { name: 'model', label: say('model'), optional: true, initial: known?.model ?? '' },
    { name: 'unitWord', label: say('unitWord'), hint: say('unitHint'), initial: known?.unitWord ?? '' },
    {
      name: 'roomId',
      label: say('room'),
      kind: 'choice',
      optional: true,
      choices,
      ...(known === undefined || known.room === null ? {} : { initial: known.room.id }),
    },
    { name: 'minimum', label: say('minimum'), hint: say('minimumHint'), initial: known?.minimum ?? '0' },
  ]
  const factsOf = (answer: (name: string) => string) => ({
    name: answer('name'),
    model: answer('model'),
    unitWord: answer('unitWord'),
    roomId: answer('roomId') === '' ? null : (answer('roomId') as RoomId),
    minimum: answer('minimum'),
  })
  return { questions, factsOf }
}
