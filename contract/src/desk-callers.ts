import { z } from 'zod'
import { Caller } from './desk.ts'
import { endpoint } from './endpoint.ts'

export const deskCallers = {
  listCallers: endpoint({
    method: 'GET',
    path: '/desk/callers/near',
    summary: 'Everybody whose calls I may log, who called last first: a list to find callers by without a network',
    access: { permission: 'desk.log' },
    refuses: [],
  }).output(
    z.array(
      Caller.extend({
        /** What a person is found by: name, pinyin in full and by initials, login; folded. */
        sought: z.string(),
      }),
    ),
  ),
}
