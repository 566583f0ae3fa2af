import { compareNames } from '@shiji/kernel/library/compare-names'
import { makeNameReader } from '@shiji/kernel/library/read-name'
import { expect, test } from 'vitest'
import { loadNameWords } from './load-packs.ts'

const reader = makeNameReader(loadNameWords())
const kindOf = (left: string, right: string) => compareNames(reader.read(left), reader.read(right), reader)

test.each([
  ['运维工作日志报告编制及时性', '运维日志工作报告编制及时性'],
  ['服务质量、事件处理不当造成投诉数', '服务质量、事件处理不当造成投诉'],
  ['部门协助沟通', '各部门协助沟通'],
  ['服务两委及有关单位覆 盖率', '服务两委及有关单位覆盖率'],
  ['学校满意率', '学校满意度'],
  ['日常运维故障发生响应率', '日常运维故障响应率'],
  ['故障恢复时间', '故障修复时长（小时）'],
  ['紧急故障及时处理率', '紧急故障处理及时率'],
  ['项目按时完成率', '项目准时完成率'],
  ['故障响应及时性', '故障响应及时率（%）'],
  ['机房及机房设施事故发生数', '机房及机房设施事故次数'],
  ['系统运维规范性', '系统运行维护规范程度'],
  ['ＣＥＲＮＥＴ稳定访问情况', 'cernet稳定访问情况'],
  ['数据库平台可用率', '各数据库平台可用性'],
])('%s is the promise %s in another spelling', (left, right) => {
  expect(kindOf(left, right).kind).toBe('same')
})

test.each([
  ['运维事件响应时间', '运维事件恢复时间', '做什么'],
  ['运维工作计划及时率', '运维工作计划完成率', '及时与否'],
  ['日常运维故障修复率', '日常运维故障发生响应率', '做什么'],
  ['紧急报修事件处理率', '紧急故障及时处理率', '及时与否'],
  ['紧急故障处理率', '紧急故障及时处理率', '及时与否'],
  ['项目完成率', '项目按时完成率', '及时与否'],
  ['财务管理制度健全性', '项目管理制度健全性', '管什么'],
  ['合同管理完备性', '合同管理规范性', '要求的状态'],
  ['教师满意率', '学校满意率', '对谁'],
  ['重大运维事故发生率', '重大运维事故发生数', '计量方式'],
  ['故障响应时间', '故障响应率', '计量方式'],
  ['召开运维工作月度例会', '召开运维工作季度例会', '周期'],
  ['机房事故次数', '边界事故次数', '哪一处'],
  ['日常故障修复率', '重大故障修复率', '紧急程度'],
])('%s promises something else than %s: another %s', (left, right, facet) => {
  expect(kindOf(left, right)).toMatchObject({ kind: 'different', why: { by: 'facet', facet: { zh: facet } } })
})

test.each([
  ['1号机房巡检次数', '2号机房巡检次数', 'numbers'],
  ['预算执行率', '政府采购规范性', 'facet'],
  ['服务成效', '服务效率', 'words'],
])('%s and %s are told apart by %s', (left, right, by) => {
  expect(kindOf(left, right)).toMatchObject({ kind: 'different', why: { by } })
})

test.each([
  ['信息系统运维机房值守', '信息系统机房值守'],
  ['试点学校系统部署完成率', '试点学校部署完成率'],
])('%s and %s may be one promise', (left, right) => {
  expect(kindOf(left, right).kind).toBe('near')
})
