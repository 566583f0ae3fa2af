import { EDUCATION_CENTRE } from '@shiji/demo/offices'
import { watchItself } from '#modules/watch'
import type { Context } from '#platform/context'
import { read } from '#platform/database/transaction'

/** The register of the demo ends on a day of the past; one probe of it runs really, and looks at this very server. */
export async function watchDemo(context: Context, address: string): Promise<void> {
  const unit = await read(context.db, (reader) =>
    reader.selectFrom('directoryUnit').select('id').where('name', '=', EDUCATION_CENTRE).executeTakeFirst(),
  )
  if (unit === undefined) return
  const itself = { name: '本系统健康地址', service: '实绩系统', deskService: 'application' }
  await watchItself(context, { ...itself, unitId: unit.id, port: Number(new URL(address).port) })
}
