import { AssetState, RoomId } from '@shiji/contract/assets'
import { ASSET_STATES } from '@shiji/kernel/assets/asset-words'
import { useMutation, useQuery } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { AskButton } from '#desk/kit/ask-button.tsx'
import { useMay } from '#desk/shell/use-me.ts'
import { today } from '#desk/words/today.ts'
import { useAside, useWords } from '#desk/words/use-words.ts'
import type { OpenedAsset } from './asset-page.tsx'

const WORDS = {
  change: { zh: '登记变动', en: 'Record a change' },
  state: { zh: '变为', en: 'Becomes' },
  room: { zh: '放在', en: 'Stands in' },
  keeper: { zh: '保管人', en: 'Keeper' },
  on: { zh: '日期', en: 'Day' },
  note: { zh: '说明', en: 'Note' },
} as const

/** Put in, taken out, moved, handed over, broken, repaired or scrapped: one form, one entry of its life. */
export function ChangeAsset({ asset }: { readonly asset: OpenedAsset }) {
  const aside = useAside()
  const say = useWords(WORDS)
  const sayState = useWords(ASSET_STATES)
  const mayWrite = useMay('assets.write')
  const rooms = useQuery(queries.assets.listRooms.queryOptions({ enabled: mayWrite }))
  const change = useMutation(
    queries.assets.changeAsset.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.assets.key() }),
    }),
  )
  if (!mayWrite || asset.next.length === 0) return null
  const states = [asset.state, ...asset.next].map((value) => ({ value, label: sayState(value) }))
  const places = (rooms.data ?? []).map(({ id, name, unit }) => ({ value: id, label: aside(name, unit.name) }))
  return (
    <AskButton
      primary
      label={say('change')}
      questions={[
        { name: 'state', label: say('state'), kind: 'choice', initial: asset.state, choices: states },
        {
          name: 'roomId',
          label: say('room'),
          kind: 'choice',
          optional: true,
          choices: places,
          ...(asset.room === null ? {} : { initial: asset.room.id }),
        },
        { name: 'keeper', label: say('keeper'), optional: true, initial: asset.keeper },
        { name: 'happenedOn', label: say('on'), kind: 'day', initial: today() },
        { name: 'note', label: say('note'), optional: true },
      ]}
      deed={change}
      inputOf={(answer) => ({
        id: asset.id,
        state: AssetState.parse(answer('state')),
        roomId: answer('roomId') === '' ? null : RoomId.parse(answer('roomId')),
        keeper: answer('keeper'),
        happenedOn: answer('happenedOn'),
        note: answer('note'),
      })}
    />
  )
}
