import type { Decimal } from '../decimal.ts'
import type { WordingParameters } from '../wording.ts'

/** Which step of a promise's life the form belongs to. */
export type FormStage = 'declaration' | 'review' | 'revision' | 'monitoring' | 'self-evaluation'

/** The unit every amount of a form is printed in. */
export type MoneyUnit = '元' | '万元'

/** What stands on one official form, whatever file it came from and whatever layout it is printed in. */
export type FormContent = {
  /** Id of the form template, or `generic` when the layout is unknown. */
  readonly template: string
  /** Edition of the template (`2018`), null when generic. */
  readonly edition: string | null
  readonly stage: FormStage
  readonly year: number | null
  readonly moneyUnit: MoneyUnit | null
  /** 项目名称, '' when the form leaves it blank. */
  readonly project: string
  /** 填报单位 / 申报单位 / 实施单位. */
  readonly unit: string | null
  /** Text fields by their canonical printed label (`项目类别`, `项目立项情况_依据`); choices as the ticked options joined by `、`. */
  readonly fields: Readonly<Record<string, string>>
  /** Amounts in `moneyUnit`, by the money key of the template (`yearBudget`, `fiscal.upper`); null when printed blank. */
  readonly money: Readonly<Record<string, Decimal | null>>
  readonly lines: readonly CostLine[]
  /** 子项目. */
  readonly parts: readonly SubProject[]
  readonly indicators: readonly IndicatorRow[]
  readonly safeguards: readonly Safeguard[]
  /** 项目实施进度计划. */
  readonly schedule: readonly ScheduleStep[]
  /** 前三年度重点评价 on a review sheet. */
  readonly priorEvaluations: readonly PriorEvaluation[]
  /** 审核意见 in the order of the chain. */
  readonly reviews: readonly ReviewOpinion[]
  /** Rows of a revision form. */
  readonly revisions: readonly RevisionRow[]
  /** 总分 of a self-evaluation as printed. */
  readonly totals: { readonly weight: Decimal | null; readonly score: Decimal | null } | null
  /** What the reader repaired or could not be sure of outside the indicator rows. */
  readonly doubts: readonly Doubt[]
}

/** One promise: a row of the indicator table. */
export type IndicatorRow = {
  readonly level1: string
  readonly level2: string
  readonly level3: string
  /** 指标值 verbatim, '' when blank. */
  readonly target: string
  readonly remark: string | null
  readonly weight: Decimal | null
  /** 实际完成值 verbatim. */
  readonly actual: string | null
  readonly score: Decimal | null
  /** 偏差原因分析及改进措施. */
  readonly reason: string | null
  /** Index into `parts` when the form promises per sub-project. */
  readonly part: number | null
  readonly doubts: readonly Doubt[]
  /** The cells as they stood in the source, before any repair. */
  readonly rawCells: readonly string[]
  /** Line or row number in the source, counted from 1. */
  readonly line: number | null
}

/**
 * A repair or an uncertain reading that a person must see; `field` names the column it concerns. `rawCells` are the
 * cells it was read from where no indicator row keeps them: amounts, fields and parts.
 */
export type Doubt = {
  readonly code: string
  readonly field: string
  readonly parameters: WordingParameters
  readonly rawCells?: readonly string[] | undefined
}

/** 项目构成分解: one line of cost. */
export type CostLine = {
  readonly project: string
  readonly content: string
  readonly item: string
  readonly amount: Decimal | null
  readonly unitPrice: Decimal | null
  readonly unitPriceBasis: string | null
  readonly quantity: Decimal | null
  readonly quantityBasis: string | null
  readonly remark: string | null
  readonly line: number | null
}

export type SubProject = {
  readonly name: string
  /** In the form's money unit. */
  readonly amount: Decimal | null
  /** The amount as printed, with its own unit if it carries one (`100万元`). */
  readonly amountText: string
  /** 起止日期, 责任部门, 责任人, 预期主要目的和成果 … by printed label. */
  readonly fields: Readonly<Record<string, string>>
  readonly line: number | null
}

/** 制度保障: which document guards which phases of the project. */
export type Safeguard = {
  readonly category: string
  readonly document: string
  readonly measure: string
  /** Phase → ticked; null when the form says neither yes nor no. */
  readonly phases: Readonly<Record<string, boolean | null>>
  readonly line: number | null
}

export type ScheduleStep = { readonly period: string; readonly content: string; readonly line: number | null }
export type PriorEvaluation = { readonly year: number | null; readonly score: string; readonly opinion: string }
export type ReviewOpinion = {
  readonly reviewer: string
  readonly opinion: string
  readonly signer: string
  readonly date: string
}
export type RevisionRow = {
  readonly indicator: string
  readonly originalTarget: string
  readonly revisedTarget: string
  readonly explanation: string
  readonly line: number | null
}
