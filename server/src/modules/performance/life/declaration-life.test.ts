import { beforeEach, describe, expect, test } from 'vitest'
import { makeBureau, type TestBureau } from '#testing/test-declarations'
import { change, editForm } from '#testing/test-forms'

let bureau: TestBureau

beforeEach(async () => {
  bureau = await makeBureau()
})

const target = 'indicators[0].target'

describe('a declaration on its way', () => {
  test('is handed in, reviewed and approved; the approved version is frozen with its hash', async () => {
    const { contact, reviewer, form, ask } = bureau
    await ask(contact, 'submissions', { version: form.version })
    await ask(reviewer, 'decisions', { version: form.version, decision: 'review', opinion: '目标明确' })
    const { body } = await ask(reviewer, 'decisions', { version: form.version, decision: 'approve' })
    expect(body).toMatchObject({ state: 'approved', deeds: ['revise', 'monitor', 'self-evaluate'] })
    expect(body.steps.map(({ deed, by }: { deed: string; by: string }) => `${deed} ${by}`)).toEqual([
      'submit 测试linxia',
      'review 测试xuwang',
      'approve 测试xuwang',
    ])
    expect(body.approvals).toMatchObject([{ number: 1, version: form.version, sha256: body.steps[2].sha256 }])
  })

  test('is returned with an opinion, corrected and handed in again; every version is named by its own hash', async () => {
    const { contact, reviewer, form, ask } = bureau
    await ask(contact, 'submissions', { version: form.version })
    await ask(reviewer, 'decisions', { version: form.version, decision: 'return', opinion: '请细化成本指标' })
    const was = form.content.indicators[0]?.target ?? ''
    const edited = await editForm(contact, form, [change(target, was, '≥640间')])
    expect(edited.body).toMatchObject({ version: 2 })
    const { body } = await ask(contact, 'submissions', { version: 2 })
    expect(body).toMatchObject({ state: 'submitted', approvals: [] })
    const hashes = body.steps.map(({ sha256 }: { sha256: string }) => sha256)
    expect(hashes[0]).toBe(hashes[1])
    expect(hashes[2]).not.toBe(hashes[1])
  })

  test('is taken back before anyone reviewed it, and not afterwards', async () => {
    const { contact, reviewer, form, ask } = bureau
    await ask(contact, 'submissions', { version: 1 })
    expect((await ask(contact, 'withdrawals')).body.state).toBe('draft')
    await ask(contact, 'submissions', { version: 1 })
    await ask(reviewer, 'decisions', { version: form.version, decision: 'review' })
    expect(await ask(contact, 'withdrawals')).toMatchObject({ status: 409, body: { code: 'deed-impossible' } })
  })
})

describe('what is locked', () => {
  test.each(['submitted', 'approved'])('no cell of a declaration that is %s is changed', async (state) => {
    const { contact, reviewer, form, ask } = bureau
    await ask(contact, 'submissions', { version: 1 })
    if (state === 'approved') await ask(reviewer, 'decisions', { version: 1, decision: 'approve' })
    const was = form.content.indicators[0]?.target ?? ''
    const edit = await editForm(contact, form, [change(target, was, '≥1间')])
    expect(edit).toMatchObject({ status: 409, body: { code: 'form-locked' } })
    const { body } = await contact.ask('GET', `/forms/${form.id}`)
    expect(body.content.indicators[0].target).toBe(was)
  })
})

describe('refuses', () => {
  test('to hand in a version the person did not look at', async () => {
    const { contact, form, ask } = bureau
    await editForm(contact, form, [change('unit', String(form.content.unit), '新单位')])
    expect(await ask(contact, 'submissions', { version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'changed-meanwhile' },
    })
  })

  test('to hand in what the check finds wrong', async () => {
    const { contact, form, ask } = bureau
    await editForm(contact, form, [change('money.yearBudget', String(form.content.money.yearBudget), '1')])
    const refused = await ask(contact, 'submissions', { version: 2 })
    expect(refused).toMatchObject({ status: 422, body: { code: 'findings-open' } })
    expect((await contact.ask('GET', `/declarations/${form.id}/life`)).body.state).toBe('draft')
  })

  test('to return without an opinion', async () => {
    const { contact, reviewer, ask } = bureau
    await ask(contact, 'submissions', { version: 1 })
    expect(await ask(reviewer, 'decisions', { version: 1, decision: 'return', opinion: ' ' })).toMatchObject({
      body: { code: 'opinion-missing' },
    })
  })

  test('a reviewer who filled the form in', async () => {
    const { office, contact, form, ask } = bureau
    const both = await office.addPerson('tanyi', {
      unitId: contact.unitId,
      roles: ['project-contact', 'finance-reviewer'],
    })
    await editForm(both, form, [change('unit', String(form.content.unit), '新单位')])
    await ask(contact, 'submissions', { version: 2 })
    expect(await ask(both, 'decisions', { version: 2, decision: 'approve' })).toMatchObject({
      status: 403,
      body: { code: 'own-work' },
    })
  })

  test('a contact to decide, a reviewer to hand in, an auditor to do either', async () => {
    const { office, contact, reviewer, ask } = bureau
    const auditor = await office.addPerson('fangyi', { unitId: reviewer.unitId, roles: ['auditor'] })
    const decision = { version: 1, decision: 'approve' }
    const statuses = [
      await ask(contact, 'decisions', decision),
      await ask(reviewer, 'submissions', { version: 1 }),
      await ask(auditor, 'submissions', { version: 1 }),
      await ask(auditor, 'decisions', decision),
    ].map(({ status }) => status)
    expect(statuses).toEqual([403, 403, 403, 403])
    expect((await auditor.ask('GET', `/declarations/${bureau.form.id}/life`)).status).toBe(200)
  })

  test('the reviewer of another unit, who does not find it', async () => {
    const { office, contact, ask } = bureau
    const unitId = await office.addUnit('第一小学')
    const stranger = await office.addPerson('jiang', { unitId, roles: ['finance-reviewer'] })
    await ask(contact, 'submissions', { version: 1 })
    expect((await ask(stranger, 'decisions', { version: 1, decision: 'approve' })).status).toBe(404)
  })
})
