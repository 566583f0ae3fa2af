import { writeDocx } from '@shiji/forms/write/write-docx'
import { layOutForm } from '@shiji/kernel/form/lay-out-form'
import { loadFormTemplates } from '@shiji/packs/load-packs'
import { largestForm } from '../sample-form.ts'
import { type Client, type House, SCHEMA } from './open-house.ts'

const LARGE_MB = 29

/** What an office does on a day: a large file handed in, the largest form read from Word, and printed in every format. */
export async function workAsUsual(house: House, { cookie, unitId }: Client): Promise<void> {
  const ask = (path: string, init: RequestInit = {}) =>
    fetchOk(`${house.server.address}/api${path}`, { ...init, headers: { ...init.headers, cookie } })
  await ask('/documents', { method: 'POST', body: fileForm('扫描件.pdf', new Uint8Array(LARGE_MB * 2 ** 20).fill(37)) })

  const template = loadFormTemplates().find(({ id }) => id === 'CN-SH-MUNICIPAL-DECLARATION')
  if (template === undefined) throw new Error('the municipal declaration template is missing')
  const docx = new Uint8Array(await writeDocx(layOutForm(template, largestForm(template))))
  const brought = await ask('/documents', { method: 'POST', body: fileForm('申报表.docx', docx) })
  const { id: documentId } = (await brought.json()) as { id: string }
  for (let round = 0; round < 5; round += 1) {
    const headers = { 'content-type': 'application/json' }
    await ask('/performance/readings', { method: 'POST', headers, body: JSON.stringify({ documentId }) })
  }
  const { rows } = await house.pool.query(
    `select form.id from ${SCHEMA}.performance_form form join ${SCHEMA}.performance_project project on project.id = project_id
     where unit_id = $1 limit 5`,
    [unitId],
  )
  for (const { id } of rows) {
    for (const format of ['html', 'docx', 'xlsx', 'pdf'])
      await (await ask(`/forms/${id}/print/${format}`)).arrayBuffer()
  }
}

function fileForm(name: string, bytes: Uint8Array<ArrayBuffer>): FormData {
  const form = new FormData()
  form.set('name', name)
  form.set('file', new File([bytes], name))
  return form
}

async function fetchOk(url: string, init: RequestInit): Promise<Response> {
  const reply = await fetch(url, init)
  if (reply.status !== 200) throw new Error(`${url}: ${reply.status} ${await reply.text()}`)
  return reply
}
