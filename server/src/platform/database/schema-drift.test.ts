import { expect, test } from 'vitest'
import { makeWorld } from '../../testing/test-world.ts'
import { describeGenerated, findDrift, writeGenerated } from './generate-schema.ts'

test('row types and schema.sql are what the migrations make (`npm run schema` writes them anew)', async () => {
  const { pool, chenghu } = await makeWorld()
  const client = await pool.connect()
  try {
    const files = await describeGenerated(client, chenghu.schema)
    if (process.env.SHIJI_WRITE_SCHEMA === 'yes') await writeGenerated(files)
    expect(await findDrift(files)).toEqual([])
  } finally {
    client.release()
  }
})
