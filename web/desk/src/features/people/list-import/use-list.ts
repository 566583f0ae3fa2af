import { useMutation } from '@tanstack/react-query'
import { queries } from '#desk/api/client.ts'
import { queryClient } from '#desk/api/query-client.ts'
import { handOut } from '#desk/kit/hand-out.ts'

/** A list on its way in: looked at, marked, taken. */
export function useList() {
  const reading = useMutation(queries.directoryImport.readList.mutationOptions())
  const marking = useMutation(queries.directoryImport.markList.mutationOptions({ onSuccess: (file) => handOut(file) }))
  const taking = useMutation(
    queries.directoryImport.takeList.mutationOptions({
      onSuccess: () =>
        Promise.all([
          queryClient.invalidateQueries({ queryKey: queries.directory.listUnits.key() }),
          queryClient.invalidateQueries({ queryKey: queries.directory.listPeople.key() }),
        ]),
    }),
  )
  const choose = (file: File) => {
    marking.reset()
    taking.reset()
    reading.mutate({ file })
  }
  return { reading, marking, taking, choose }
}

export type ListOnItsWay = ReturnType<typeof useList>
export type ReadList = NonNullable<ListOnItsWay['reading']['data']>
export type TakenList = NonNullable<ListOnItsWay['taking']['data']>
