import type { LintCatalogue } from '../lint-catalogue.ts'

/** Sums and other arithmetic of money. */
export const AMOUNT_WORDING = {
  'sum-differs': {
    severity: 'error',
    message: {
      zh: '“{total}”填{printed}，各分项相加是{computed}，相差{difference}。',
      en: '"{total}" says {printed}, its parts add up to {computed}: {difference} apart.',
    },
    why: { zh: '合计与分项必须分毫不差。', en: 'A total must equal its parts exactly.' },
    advice: { zh: '请核对各分项和合计。', en: 'Check the parts and the total.' },
  },
  'total-zero-parts-filled': {
    severity: 'error',
    message: { zh: '“{total}”是0，但分项合计有{computed}。', en: '"{total}" is 0 although its parts make {computed}.' },
    why: {
      zh: '总额为0会使执行率和得分都失去意义。',
      en: 'With a total of 0 the execution rate and its score mean nothing.',
    },
    advice: { zh: '请按分项填写总额。', en: 'Give the total that the parts make.' },
  },
  'subtotal-blank': {
    severity: 'warning',
    message: { zh: '“{total}”空着，按分项应为{computed}。', en: '"{total}" is blank; its parts make {computed}.' },
    why: { zh: '合计应由分项算出，空着无法核对。', en: 'A total follows from its parts; blank, it cannot be checked.' },
    advice: { zh: '请填入{computed}。', en: 'Enter {computed}.' },
  },
  'difference-differs': {
    severity: 'error',
    message: {
      zh: '“{result}”填{printed}，{from}减{less}应为{computed}。',
      en: '"{result}" says {printed}; {from} less {less} is {computed}.',
    },
    why: { zh: '差额必须与两个金额一致。', en: 'The difference must follow from the two amounts.' },
    advice: { zh: '请核对三个金额。', en: 'Check the three amounts.' },
  },
  'total-below-part': {
    severity: 'error',
    message: {
      zh: '“{greater}”（{greaterAmount}）小于“{smaller}”（{smallerAmount}）。',
      en: '"{greater}" ({greaterAmount}) is below "{smaller}" ({smallerAmount}).',
    },
    why: { zh: '总额不可能小于其中的一部分。', en: 'A whole cannot be smaller than its part.' },
    advice: { zh: '请核对两个金额。', en: 'Check both amounts.' },
  },
  'rows-sum-differs': {
    severity: 'error',
    message: {
      zh: '“{total}”填{printed}，下面{count}行相加是{computed}，相差{difference}。',
      en: '"{total}" says {printed}, its {count} rows add up to {computed}: {difference} apart.',
    },
    why: { zh: '明细合计必须等于预算。', en: 'The rows must add up to the budget.' },
    advice: { zh: '请核对各行金额。', en: 'Check the amounts of the rows.' },
  },
  'line-product-differs': {
    severity: 'error',
    message: {
      zh: '“{item}”明细金额{printed}，单价×数量是{computed}。',
      en: '"{item}" says {printed}; unit price times quantity is {computed}.',
    },
    why: { zh: '明细金额必须等于单价乘数量。', en: 'An amount is its unit price times its quantity.' },
    advice: { zh: '请核对单价、数量和金额。', en: 'Check price, quantity and amount.' },
  },
  'row-amount-missing': {
    severity: 'error',
    message: { zh: '“{name}”没有金额。', en: '"{name}" has no amount.' },
    why: { zh: '缺一行金额，合计就无法核对。', en: 'One blank amount makes the total uncheckable.' },
    advice: { zh: '请填写金额。', en: 'Give the amount.' },
  },
  'execution-rate-differs': {
    severity: 'error',
    message: {
      zh: '执行率填{printed}%，全年执行数÷全年预算数是{computed}%。',
      en: 'The execution rate says {printed}%; spent over full-year budget is {computed}%.',
    },
    why: {
      zh: '执行率以全年预算数为分母，四舍五入保留两位。',
      en: 'The rate is spent over full-year budget, rounded half up to two decimals.',
    },
    advice: { zh: '请改为{computed}%，或核对两个金额。', en: 'Correct it to {computed}%, or check both amounts.' },
  },
  'execution-score-differs': {
    severity: 'error',
    message: {
      zh: '执行率得分填{printed}，按规则是{computed}（分值{weight}）。',
      en: 'The execution score says {printed}; the rule gives {computed} of {weight}.',
    },
    why: {
      zh: '得分=分值×未取整的执行率，最高不超过分值。',
      en: 'Score = weight × the unrounded rate, at most the weight.',
    },
    advice: { zh: '请改为{computed}，或核对金额。', en: 'Correct it to {computed}, or check the amounts.' },
  },
  'execution-over-budget': {
    severity: 'warning',
    message: {
      zh: '全年执行数{executed}超过全年预算数{budget}。',
      en: 'Spent {executed} exceeds the full-year budget {budget}.',
    },
    why: { zh: '超预算支出需要依据。', en: 'Spending above the budget needs a basis.' },
    advice: { zh: '请核对，或说明追加预算的依据。', en: 'Check, or name the decision that raised the budget.' },
  },
  'budget-zero': {
    severity: 'warning',
    message: {
      zh: '全年预算数是0，无法计算执行率。',
      en: 'The full-year budget is 0; no execution rate can be computed.',
    },
    why: { zh: '预算为0时执行率按0处理。', en: 'With a budget of 0 the rate counts as 0.' },
    advice: { zh: '请核对全年预算数。', en: 'Check the full-year budget.' },
  },
  'budget-unspent': {
    severity: 'warning',
    message: {
      zh: '全年预算有{unspent}%没有执行（预算{budget}，执行{executed}）。',
      en: '{unspent}% of the year budget stayed unspent ({executed} of {budget}).',
    },
    why: { zh: '结余超过20%会亮黄灯。', en: 'More than 20% unspent gives a yellow light.' },
    advice: { zh: '请说明结余原因。', en: 'Explain the rest.' },
  },
  'initial-zero': {
    severity: 'hint',
    message: {
      zh: '年初预算数是0，全年预算数是{fullYear}。',
      en: 'The initial budget is 0 while the full-year budget is {fullYear}.',
    },
    why: {
      zh: '资金全部在年中追加，执行率只能以全年预算数为分母。',
      en: 'All money came during the year; the rate must be taken of the full-year budget.',
    },
    advice: { zh: '请说明追加的时间和目标是否同时下达。', en: 'Say when it was added and whether goals came with it.' },
  },
  'number-formats-mixed': {
    severity: 'hint',
    message: {
      zh: '金额有的写成{padded}，有的写成{bare}，小数位数不一。',
      en: 'Some amounts are written like {padded}, others like {bare}.',
    },
    why: { zh: '格式混用容易看错位数。', en: 'Mixed formats invite misreading.' },
    advice: { zh: '请统一金额格式。', en: 'Write all amounts alike.' },
  },
  'amount-carries-unit': {
    severity: 'hint',
    message: {
      zh: '金额写成“{text}”，表上已注明单位{unit}。',
      en: 'The amount is written "{text}" although the form states its unit {unit}.',
    },
    why: { zh: '别处只写数字，单位写法不一致。', en: 'Elsewhere the bare number is written.' },
    advice: { zh: '请只写数字，或全表统一。', en: 'Write the number alone, or the same way everywhere.' },
  },
  'amount-unit-differs': {
    severity: 'warning',
    message: {
      zh: '金额“{text}”自带单位，与表的单位{unit}不同，折算为{computed}{unit}。',
      en: 'The amount "{text}" has its own unit, not the form\'s {unit}; it makes {computed} {unit}.',
    },
    why: { zh: '单位不同会差一万倍。', en: 'A wrong unit is a factor of 10,000.' },
    advice: { zh: '请改用表上的单位。', en: 'Use the unit of the form.' },
  },
  'new-with-last-year-money': {
    severity: 'warning',
    message: {
      zh: '项目为“{kind}”，却填有“{amount}”{value}。',
      en: 'The project is "{kind}", yet "{amount}" says {value}.',
    },
    why: { zh: '新增或一次性项目上年不应有同名预算。', en: 'A new or one-off project has no money of last year.' },
    advice: { zh: '请核对项目属性或上年金额。', en: "Check the kind of project or last year's amount." },
  },
  'amounts-all-equal': {
    severity: 'hint',
    message: {
      zh: '上年预算、上年支出、本年预算和总预算都恰好是{value}。',
      en: "Last year's budget and spending, this year's budget and the total are all exactly {value}.",
    },
    why: { zh: '四个数完全相同，可能是套填。', en: 'Four equal figures look filled by habit.' },
    advice: { zh: '请核实上年实际支出和本年测算。', en: "Verify last year's spending and this year's estimate." },
  },
  'later-year-total-equals-year': {
    severity: 'warning',
    message: {
      zh: '项目名称写有“{word}”，总预算却等于当年预算（{value}）。',
      en: 'The name says "{word}", yet the total equals this year\'s budget ({value}).',
    },
    why: { zh: '跨年项目的总预算应大于一年的预算。', en: 'A project of several years costs more than one of them.' },
    advice: { zh: '请填写各年合计，或说明原因。', en: 'Give the total of all years, or explain.' },
  },
} as const satisfies LintCatalogue
