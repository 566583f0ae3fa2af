import { RulePack } from '../rule-pack.ts'

const source = { text: 'invented', sureness: 'D' }
const word = (zh: string) => ({ zh, en: zh })

const INVENTED = {
  id: 'ZZ-YUNXI-2021',
  name: word('云溪县 2021'),
  place: 'zz-yunxi',
  variant: null,
  stages: ['self-evaluation'],
  validFrom: '2021-01-01',
  validTo: null,
  moneyUnit: '元',
  total: '100',
  tree: [
    { name: '产出指标', aliases: ['产出目标'], level2: ['数量指标'], weight: '50' },
    { name: '效益指标', level2: ['社会效益指标'], weight: '30' },
    { name: '满意度指标', level2: ['服务对象满意度指标'], weight: '10' },
  ],
  weightsSource: source,
  execution: { base: 'fullYear', weight: '10', method: { kind: 'proportional' }, source },
  scoring: {
    positive: { method: 'proportional', source },
    equal: { method: 'as-positive', source },
    zero: { method: 'all-or-nothing', source },
    negative: { method: 'linear', source },
    range: { method: 'nearest-bound', source },
    frequency: { method: 'proportional', source },
    coverage: { method: 'proportional', source },
    deadline: { method: 'done-or-band', source },
    relative: { method: 'baseline-or-band', source },
    passFail: { method: 'all-or-nothing', words: ['合格', '通过', '符合'], source },
    qualitative: {
      bands: [
        { name: word('达成'), from: '0.8', light: 'green' },
        { name: word('部分达成'), from: '0.6', light: 'yellow' },
        { name: word('未达成'), from: '0', light: 'red' },
      ],
      source,
    },
    satisfaction: { method: 'as-target', source },
  },
  overAchievement: { reasonFromRatio: '1.3', reductions: [], source },
  reasons: { belowFullScore: true, belowTopBand: true, source },
  plausibility: { redAbove: '0.05', yellowUnspentAbove: '0.20', source },
  lights: {
    kind: 'measured',
    execution: { yellowFrom: '60', greenFrom: '80' },
    positive: { yellowFrom: '60', greenFrom: '80', blueFrom: '120' },
    source,
  },
  grades: {
    steps: [
      { name: word('优'), from: '90' },
      { name: word('良'), from: '80' },
      { name: word('中'), from: '60' },
      { name: word('差'), from: '0' },
    ],
    source,
  },
  revision: null,
  review: null,
  source,
}

/** The rules of a place that does not exist, for tests of the rules themselves; `scoring` replaces single rules. */
export function inventedPack(changes: { scoring?: object; [part: string]: unknown } = {}): RulePack {
  return RulePack.parse({ ...INVENTED, ...changes, scoring: { ...INVENTED.scoring, ...changes.scoring } })
}

export const inventedSource = source
