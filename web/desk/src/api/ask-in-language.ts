import { getLook, whenLookChanges } from '#desk/look/look-store.ts'
import { queryClient } from './query-client.ts'

/** Many sentences are worded by the server: after a change of language everything shown is asked for again. */
export function askInLanguage(): void {
  let asked = getLook().language
  whenLookChanges(() => {
    const { language } = getLook()
    if (language === asked) return
    asked = language
    void queryClient.invalidateQueries()
  })
}
