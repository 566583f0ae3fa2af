import { beforeEach, expect, test } from 'vitest'
import { change, createForm, editForm, SELF_EVALUATION } from '#testing/test-forms'
import { type Colleague, makeOffice, type TestOffice } from '#testing/test-office'
import { makeWorld } from '#testing/test-world'

let office: TestOffice
let contact: Colleague

beforeEach(async () => {
  office = await makeOffice(await makeWorld(), { now: () => Temporal.Instant.from('2026-03-02T01:00:00Z') })
  const unitId = await office.addUnit('教育信息中心')
  contact = await office.addPerson('linxia', { unitId, roles: ['project-contact'] })
})

const search = async (who: Colleague, text: string) =>
  (await who.ask('GET', `/performance/search?text=${encodeURIComponent(text)}`)).body

test('two characters find projects and indicators, with the target that stands there now', async () => {
  const { body: form } = await createForm(contact, { project: '校园ＣＡ认证服务' })
  const index = SELF_EVALUATION.indicators.findIndex(({ level3 }) => level3 === '平台使用率')
  await editForm(contact, form, [
    change(`indicators[${index}].target`, SELF_EVALUATION.indicators[index]?.target ?? '', '≥99%'),
  ])
  expect((await search(contact, 'ca认证')).projects).toEqual([
    { id: form.projectId, name: '校园ＣＡ认证服务', unitId: contact.unitId, unitName: '教育信息中心' },
  ])
  expect((await search(contact, '使用')).indicators).toEqual([
    {
      formId: form.id,
      where: `indicators[${index}]`,
      name: '平台使用率',
      target: '≥99%',
      project: '校园ＣＡ认证服务',
      stage: 'self-evaluation',
      year: 2021,
    },
  ])
})

test('a renamed indicator is found by its new name only', async () => {
  const { body: form } = await createForm(contact)
  await editForm(contact, form, [change('indicators[0].level3', '项目完成率', '采购合规率')])
  expect((await search(contact, '合规')).indicators).toHaveLength(1)
  expect((await search(contact, '项目完成')).indicators).toEqual([])
})

test('another unit finds nothing, and signs alone find nothing', async () => {
  await createForm(contact)
  const other = await office.addPerson('jiang', {
    unitId: await office.addUnit('第一小学'),
    roles: ['project-contact'],
  })
  const nothing = { projects: [], indicators: [] }
  expect([await search(other, '平台'), await search(contact, '%_%')]).toEqual([nothing, nothing])
})

test('projects are listed by a unit and those below it; a unit nobody may see is not found', async () => {
  const school = await office.addPerson('jiang', {
    unitId: await office.addUnit('第一小学'),
    roles: ['project-contact'],
  })
  const leader = await office.addPerson('qin', { unitId: office.districtId, roles: ['project-leader'] })
  await createForm(contact, { project: '平台运维' })
  await createForm(school, { project: '校园网运维' })
  const names = async (who: Colleague, unitId: string) => {
    const { status, body } = await who.ask('GET', `/projects?unitId=${unitId}`)
    return status === 200 ? body.projects.map(({ name }: { name: string }) => name) : status
  }
  expect(await names(leader, office.districtId)).toEqual(['校园网运维', '平台运维'])
  expect(await names(leader, school.unitId)).toEqual(['校园网运维'])
  expect(await names(contact, school.unitId)).toBe(404)
})
