import { decimal } from '../../decimal.ts'
import { inventForm, inventLine, inventPart } from '../form-builder.ts'
import type { LintExample } from './lint-example.ts'

const priced = (item: string, quantity: string) =>
  inventLine({ item, unitPrice: decimal('3000'), quantity: decimal(quantity), amount: null })

export const COST_EXAMPLES: readonly LintExample[] = [
  {
    code: 'line-basis-missing',
    story: 'a price comes from nowhere',
    where: 'lines[0].unitPriceBasis',
    form: inventForm({ lines: [inventLine({ unitPriceBasis: null, quantityBasis: ' ' })] }),
    nearMiss: inventForm({ lines: [inventLine({ quantityBasis: null })] }),
  },
  {
    code: 'quantity-unit-missing',
    story: 'a quantity of 5 without a unit; one piece needs none',
    where: 'lines[1].quantity',
    form: inventForm({
      lines: [inventLine(), inventLine({ quantity: decimal('5'), unitPrice: decimal('2400'), quantityBasis: null })],
    }),
    nearMiss: inventForm({ lines: [inventLine({ quantity: decimal('1.00'), quantityBasis: null })] }),
  },
  {
    code: 'unit-price-repeated',
    story: 'three lines of one name and one price; three different things may cost the same',
    where: 'lines[0].unitPrice',
    form: inventForm({ lines: [priced('叫号模块1', '5'), priced('叫号模块2', '6'), priced('叫号模块3', '5')] }),
    nearMiss: inventForm({ lines: [priced('监理费', '1'), priced('测评费', '1'), priced('咨询费', '1')] }),
  },
  {
    code: 'service-classed-as-hardware',
    story: 'a rental is classed as hardware; buying a 服务器 is hardware',
    where: 'lines[0].content',
    form: inventForm({ lines: [inventLine({ content: '硬件购置', item: '云服务器租用' })] }),
    nearMiss: inventForm({ lines: [inventLine({ content: '硬件购置', item: '服务器两台' })] }),
  },
  {
    code: 'name-nearly-equal',
    story: 'a sub-project drops one character of the project; another thing altogether is no slip',
    where: 'parts[0].name',
    form: inventForm({ parts: [inventPart({ name: '青岚区政务服务厅叫号设备运维' })] }),
    nearMiss: inventForm({ parts: [inventPart({ name: '安全测评费' })] }),
  },
  {
    code: 'line-project-differs',
    story: 'a cost line names another project; brackets and years do not matter',
    where: 'lines[0].project',
    form: inventForm({ lines: [inventLine({ project: '白榆街道视频会议终端' })] }),
    nearMiss: inventForm({ lines: [inventLine({ project: '青岚区政务服务大厅叫号设备（2021运维）' })] }),
  },
  {
    code: 'part-name-repeated',
    story: 'two sub-projects have one name',
    where: 'parts[0].name',
    form: inventForm({ parts: [inventPart(), inventPart({ amount: decimal('403149') })] }),
    nearMiss: inventForm({ parts: [inventPart(), inventPart({ name: '叫号屏更换' })] }),
  },
  {
    code: 'part-not-described',
    story: 'a test is paid that the overview does not mention',
    where: 'parts[0].name',
    form: inventForm({ fields: { 项目概况: '对叫号设备进行日常巡查。' }, parts: [inventPart({ name: '安全测评费' })] }),
    nearMiss: inventForm({
      fields: { 项目概况: '对叫号设备进行日常巡查，年底委托安全测评。' },
      parts: [inventPart({ name: '安全测评费' })],
    }),
  },
  {
    code: 'overview-item-without-part',
    story: 'the overview counts three contents and the sub-projects name one of them',
    where: 'parts',
    form: inventForm({
      fields: { 项目概况: '本项目包含叫号终端维护、取号机耗材和广播音响检修等3项内容。' },
      parts: [inventPart({ name: '叫号终端' }), inventPart({ name: '叫号终端备件' })],
    }),
    nearMiss: inventForm({
      fields: { 项目概况: '本项目包含叫号终端维护和取号机耗材等2项内容。' },
      parts: [inventPart({ name: '叫号终端' }), inventPart({ name: '取号机耗材' })],
    }),
  },
  {
    code: 'classified-content',
    story: 'a classified system is named; 非涉密 is not classified',
    where: 'fields.项目概况',
    form: inventForm({ fields: { 项目概况: '维护涉密信息系统和叫号设备。' } }),
    nearMiss: inventForm({ fields: { 项目概况: '维护非涉密信息系统和叫号设备。' } }),
  },
]
