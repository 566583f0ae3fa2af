import type { LifeRules } from '@shiji/kernel/life/life-rules'
import type { ExpertProblem } from '@shiji/kernel/reevaluation/expert-scores'
import { type Language, say, type Wording } from '@shiji/kernel/wording'

type Parts = LifeRules['keyEvaluation']['parts']

/** What is wrong with the scores of the experts of a 重点评价, and whose; an expert’s own sheet needs no name. */
export function sayExpertProblem(problem: ExpertProblem, parts: Parts, language: Language): string {
  const isOwn = 'expert' in problem && problem.expert === ''
  const wording = (isOwn ? OWN_WORDS : EXPERT_WORDS)[problem.code]
  switch (problem.code) {
    case 'too-few-experts':
      return say(wording, language, { given: problem.given, needed: problem.needed })
    case 'expert-twice':
    case 'points-missing':
      return say(wording, language, { expert: problem.expert })
    case 'score-impossible': {
      const part = parts[problem.part]?.name[language] ?? ''
      return say(wording, language, { expert: problem.expert, part, weight: problem.weight })
    }
  }
}

const EXPERT_WORDS: Readonly<Record<ExpertProblem['code'], Wording>> = {
  'too-few-experts': {
    zh: '至少要 {needed} 位专家评分，现有 {given} 位',
    en: '{needed} experts are needed, {given} are given',
  },
  'expert-twice': { zh: '专家“{expert}”评了两次', en: 'expert “{expert}” stands twice' },
  'points-missing': { zh: '专家“{expert}”没有评完每个部分', en: 'expert “{expert}” has not scored every part' },
  'score-impossible': {
    zh: '专家“{expert}”对“{part}”的评分应在 0 与 {weight} 之间，最多两位小数',
    en: 'the score of expert “{expert}” for “{part}” must lie between 0 and {weight}, with two decimals at most',
  },
}

const OWN_WORDS: Readonly<Record<ExpertProblem['code'], Wording>> = {
  ...EXPERT_WORDS,
  'points-missing': { zh: '每个部分都要评分', en: 'every part needs a score' },
  'score-impossible': {
    zh: '“{part}”的评分应在 0 与 {weight} 之间，最多两位小数',
    en: 'the score for “{part}” must lie between 0 and {weight}, with two decimals at most',
  },
}
