import type { RulePack } from '../rule-pack.ts'
import { type Language, say, type WordingParameters } from '../wording.ts'
import { joined, listed, percentOf, type RuleLine, type RuleSource } from './rule-line.ts'
import { RULES, TOPICS } from './rule-pack-words.ts'

type Topic = keyof typeof TOPICS

/** A rule pack as the people judged by it can read it, every rule with its source, in the order of a year. */
export function sayRulePack(pack: RulePack, language: Language): RuleLine[] {
  const teller: Teller = {
    language,
    word: (key, parameters) => say(RULES[key], language, parameters),
    line: (topic, text, source) => ({ topic: say(TOPICS[topic], language), text, source }),
  }
  const { review } = pack
  const steps = (review?.chain ?? []).map(({ reviewer, checks }) =>
    teller.word('step', { reviewer: reviewer[language], checks: checks[language] }),
  )
  return [
    ...(review === null ? [] : [teller.line('review', joined(steps, language), review.source)]),
    sayWeights(pack, teller),
    sayRevision(pack, teller),
    sayLights(pack, teller),
    sayExecution(pack, teller),
    ...sayScoring(pack.scoring, teller),
    ...sayWholeForm(pack, teller),
  ]
}

type Teller = {
  readonly language: Language
  readonly word: (key: keyof typeof RULES, parameters?: WordingParameters) => string
  readonly line: (topic: Topic, text: string, source: RuleSource) => RuleLine
}

function sayWeights({ tree, weightsSource }: RulePack, { word, line, language }: Teller): RuleLine {
  const levels = tree.map(({ name, weight, level2 }) => {
    const level = weight === null ? word('unweighted', { name }) : word('level', { name, weight })
    return level2.length === 0 ? level : `${level}：${listed(level2, language)}`
  })
  return line('weights', joined(levels, language), weightsSource)
}

function sayExecution({ execution }: RulePack, { word, line, language }: Teller): RuleLine {
  const { weight, base, method, source } = execution
  if (method.kind === 'proportional') {
    return line('execution', word('execution-proportional', { weight, base: word(base) }), source)
  }
  const bands = method.bands.map(({ from, share }) => word('band', { from, share: percentOf(share) }))
  return line('execution', word('execution-bands', { weight, bands: listed(bands, language) }), source)
}

function sayScoring(scoring: RulePack['scoring'], { word, line, language }: Teller): RuleLine[] {
  const { positive, equal, zero, negative, range, frequency, coverage, deadline, relative, passFail } = scoring
  const { qualitative, satisfaction } = scoring
  const reached =
    positive.method === 'gate' ? word('positive-gate', { line: positive.passLine }) : word('positive-proportional')
  const quality = qualitative.bands.map(({ name, from }) =>
    word('quality-band', { name: name[language], from: percentOf(from) }),
  )
  return [
    line('positive', reached, positive.source),
    line('equal', word(equal.method), equal.source),
    line('zero', word('zero-all-or-nothing'), zero.source),
    line('negative', word(negative.method), negative.source),
    line('range', word(range.method), range.source),
    line('frequency', word(frequency.method), frequency.source),
    line('coverage', word(coverage.method), coverage.source),
    line('deadline', word(deadline.method), deadline.source),
    line('relative', word(relative.method), relative.source),
    line('passFail', word('words', { words: listed(passFail.words, language) }), passFail.source),
    line('qualitative', word('quality-bands', { bands: listed(quality, language) }), qualitative.source),
    line('satisfaction', saySatisfaction(satisfaction, { word, language }), satisfaction.source),
  ]
}

function saySatisfaction(
  satisfaction: RulePack['scoring']['satisfaction'],
  { word, language }: Pick<Teller, 'word' | 'language'>,
): string {
  if (satisfaction.method === 'as-target') return word('as-target')
  const bands = satisfaction.bands.map(({ from, share }) => word('band', { from, share: percentOf(share) }))
  return word('satisfaction-bands', { bands: listed(bands, language) })
}

function sayWholeForm(pack: RulePack, { word, line, language }: Teller): RuleLine[] {
  const { overAchievement: over, reasons, plausibility, grades } = pack
  const less = over.reductions.map(({ fromRatio: ratio, share }) =>
    word('over-less', { ratio, share: percentOf(share) }),
  )
  const overText = [word('over', { ratio: over.reasonFromRatio }), ...(less.length === 0 ? [word('over-none')] : less)]
  const asked = [
    ...(reasons.belowFullScore ? [word('reason-score')] : []),
    ...(reasons.belowTopBand ? [word('reason-band')] : []),
  ]
  const steps = grades.steps.map(({ name, from }) => word('grade', { name: name[language], from }))
  const { redAbove, yellowUnspentAbove } = plausibility
  const plausible = word('plausible', { red: percentOf(redAbove), yellow: percentOf(yellowUnspentAbove) })
  return [
    line('overAchievement', joined(overText, language), over.source),
    line('reasons', asked.length === 0 ? word('reason-none') : joined(asked, language), reasons.source),
    line('plausibility', plausible, plausibility.source),
    line('grades', listed(steps, language), grades.source),
  ]
}

function sayLights({ lights }: RulePack, { word, line }: Teller): RuleLine {
  if (lights.kind === 'two-questions') return line('lights', word('lights-asked'), lights.source)
  const { execution, positive, source } = lights
  const text = word('lights-measured', {
    ...{ moneyYellow: execution.yellowFrom, moneyGreen: execution.greenFrom },
    ...{ yellow: positive.yellowFrom, green: positive.greenFrom, blue: positive.blueFrom },
  })
  return line('lights', text, source)
}

function sayRevision({ revision, source }: RulePack, { word, line }: Teller): RuleLine {
  if (revision === null) return line('revision', word('no-gate'), source)
  const { times, beforeProgressPercent: percent, progress, proofPerRow } = revision
  const measure = word(progress.measure)
  return line(
    'revision',
    word('gate', { times, percent, measure, proof: proofPerRow ? word('proof') : '' }),
    revision.source,
  )
}
