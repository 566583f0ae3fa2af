import type { LifeRules } from '../life/life-rules.ts'
import { type Language, say, type WordingParameters } from '../wording.ts'
import { LIFE_RULES, LIFE_TOPICS } from './life-rule-words.ts'
import { joined, listed, type RuleLine, type RuleSource } from './rule-line.ts'

type Teller = {
  readonly language: Language
  readonly word: (key: keyof typeof LIFE_RULES, parameters?: WordingParameters) => string
  readonly line: (topic: keyof typeof LIFE_TOPICS, text: string, source: RuleSource) => RuleLine
}

/** What a place asks around the year of a promise, in words, every rule with its source. */
export function sayLifeRules(rules: LifeRules, language: Language): RuleLine[] {
  const teller: Teller = {
    language,
    word: (key, parameters) => say(LIFE_RULES[key], language, parameters),
    line: (topic, text, source) => ({ topic: say(LIFE_TOPICS[topic], language), text, source }),
  }
  const { selfEvaluating, budgetMeeting } = rules
  const evaluating = teller.word('selfEvaluating', {
    months: selfEvaluating.startWithinMonths,
    day: selfEvaluating.doneBy,
  })
  const meeting =
    budgetMeeting === null
      ? []
      : [
          teller.line(
            'budgetMeeting',
            teller.word('budgetMeeting', { month: budgetMeeting.month }),
            budgetMeeting.source,
          ),
        ]
  return [
    ...meeting,
    ...sayMonitoring(rules.monitoring, teller),
    teller.line('selfEvaluating', evaluating, selfEvaluating.source),
    saySampling(rules.sampling, teller),
    ...sayKey(rules.keyEvaluation, teller),
    ...sayApplication(rules.application, teller),
  ]
}

function sayMonitoring(rules: LifeRules['monitoring'], { word, line, language }: Teller): RuleLine[] {
  const { gathering, moneyCovered, alerts, remedies, remediesSource, answerWithinDays } = rules
  const limits = {
    ...{ below: alerts.executionBelow, above: alerts.executionAbove },
    ...{ ahead: alerts.paidAheadBy, off: alerts.deviationAbove },
  }
  const called = remedies.map(({ light, months, remedy }) =>
    word('remedy', { months, light: word(light), remedy: word(remedy) }),
  )
  return [
    ...(gathering === null
      ? []
      : [
          line(
            'gathering',
            word('gathered', { month: gathering.month, through: gathering.through, day: gathering.reportBy }),
            gathering.source,
          ),
        ]),
    ...(moneyCovered === null
      ? []
      : [line('covered', word('covered', { percent: moneyCovered.fromPercent }), moneyCovered.source)]),
    line('alerts', word('alerts', limits), alerts.source),
    line('remedies', joined(called, language), remediesSource),
    line('answer', word('answer', { days: answerWithinDays.days }), answerWithinDays.source),
  ]
}

function saySampling({ strata, share, perUnit, source }: LifeRules['sampling'], teller: Teller): RuleLine {
  const { word, line, language } = teller
  const said = strata.map(({ name, certain }) => word(certain ? 'certain' : 'lot', { stratum: name[language] }))
  return line('sampling', word('sampling', { strata: listed(said, language), share, unit: perUnit }), source)
}

function sayKey(rules: LifeRules['keyEvaluation'], { word, line, language }: Teller): RuleLine[] {
  const { experts, dropExtremesFrom: from, parts, partsSource, source } = rules
  const counted = [word('key', { experts }), ...(from === null ? [] : [word('drop', { from })])]
  const scored = parts.map(({ name, weight }) => word('part', { name: name[language], weight }))
  return [line('key', joined(counted, language), source), line('parts', listed(scored, language), partsSource)]
}

function sayApplication(rules: LifeRules['application'], { word, line, language }: Teller): RuleLine[] {
  const { effects, withoutRectification, feedbackWithinMonths, pastYearsOnReview, source } = rules
  const said = [
    ...effects.map(({ grade, effect }) => word('effect', { grade, effect: word(effect) })),
    word('unanswered', { effect: word(withoutRectification) }),
    word('past', { years: pastYearsOnReview }),
  ]
  const given =
    feedbackWithinMonths === null
      ? []
      : [line('feedback', word('feedback', { months: feedbackWithinMonths.months }), feedbackWithinMonths.source)]
  return [line('application', joined(said, language), source), ...given]
}
