import {
  drillsDone,
  inspectionCompletion,
  inspectionsInTime,
  meetingsHeld,
  missedRounds,
  planCompletion,
  reportsInTime,
  trainingsDone,
  upgradeCompletion,
} from './completion-measures.ts'
import { dutyCoverage, handOversInTime, staffDays, staffPresent } from './duty-measures.ts'
import { countedRate, devicePerformance, energyUse, transferSpeed } from './meter-measures.ts'
import { faultsMended, pointsCovered, roundDays } from './round-measures.ts'

export const UPKEEP_MEASURES = [
  inspectionCompletion,
  inspectionsInTime,
  roundDays,
  missedRounds,
  pointsCovered,
  faultsMended,
  planCompletion,
  upgradeCompletion,
  meetingsHeld,
  reportsInTime,
  trainingsDone,
  drillsDone,
  dutyCoverage,
  handOversInTime,
  staffPresent,
  staffDays,
  energyUse,
  transferSpeed,
  devicePerformance,
  countedRate,
]
