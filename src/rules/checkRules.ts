import type { Finding } from "../registers/finding.js";
import type { RegisterContents } from "../registers/registers.js";
import type { Settings } from "../registers/settings.js";
import { parsePeriod } from "../registers/values/period.js";
import {
  activitiesBelongToGoalsOrAssignments, activitiesEndInTime, activitiesHaveSomebodyResponsible, activityTextsDiffer, endsAgreeWithTimeFrames,
} from "./checks/activities.js";
import {
  assignmentDatesAreInOrder, assignmentsAreCarriedOn, assignmentsEndInTime, assignmentsEndWithinTheirGoal, assignmentsHaveEnds, assignmentsHaveLeads, assignmentTextsDiffer,
  assignmentYearsArePlausible, predecessorsComeBefore, unitsAreNamedOnce,
} from "./checks/assignments.js";
import { calculatedValuesAgree } from "./checks/calculatedValues.js";
import {
  assignmentsHaveGivers, budgetLinesAreResources, moneySpokenOfIsBudgeted, orderedMeasuresAreThere, unitsInTheTextAreResponsible,
} from "./checks/clarifications.js";
import { comparisonsAnswerForNothing, comparisonsHaveSources } from "./checks/comparisons.js";
import type { CheckContext } from "./checks/context.js";
import {
  assessmentsAgreeWithComments, controlCommentsDiffer, controlledPeriodsHaveBegun, followedUpControlsAreAssessed, percentagesHaveCounts, resultsAreCounted,
  reviewedAndDeviatingAgree, seriesAgreeWithWords, unmadeControlsHaveReasons,
} from "./checks/controlResults.js";
import { controlsAreComplete, controlsAreMade, frequenciesAgree, plansHoldWhatIsPlanned, risksAreOfTheScale } from "./checks/controls.js";
import { criteriaAreNumberedWithoutGaps, criteriaHaveTheirPlace } from "./checks/criteria.js";
import { annexesAgreeWithTheLetter, lettersHaveTheirHead, numbersNameOneMatter, referenceNumbersHaveYearAndNumber, thoseResponsibleSign } from "./checks/documents.js";
import { eventsAreOnWorkingDays, eventsComeAfterTheDecision, eventsHaveHappened } from "./checks/decisionEvents.js";
import {
  decisionsHaveGender, endsAreReportedInTheirQuarter, firstReportsAgreeWithDates, openDecisionsHaveNews, openDecisionsSayWhy, plannedDaysAreKept, reportsAreQuarterly,
} from "./checks/decisionReporting.js";
import {
  aidsAreOfTheirLaw, aidsHaveOneName, closedDecisionsSayWhy, decisionDatesAreInOrder, decisionDatesHaveCome, decisionsAreMadeOnWorkingDays, decisionsEndOnce,
  eventsHaveTheirColumns,
} from "./checks/decisions.js";
import {
  agreementsAreRenewedInTime, delaysHaveCausesAndDays, followUpsHaveStatuses, sentencesStandOnce, statusesAgreeWithComments, statusesAreOfTheScale,
} from "./checks/followUpContent.js";
import {
  assignmentsAreFollowedUp, endedAssignmentsStayEnded, followedUpPeriodsHaveBegun, followUpsAreByThoseResponsible, followUpsAreOfWhatIsFollowed,
  followUpsAreUnique, followUpsComeAfterTheStart, followUpsFollowTheRhythm,
} from "./checks/followUps.js";
import { footnoteMarksLeadSomewhere, footnotesDiffer } from "./checks/footnotes.js";
import {
  globalGoalsExist, goalsAreInForce, goalsHaveMeasures, goalsHaveOwners, goalTextsDiffer, goalTreeEnds, numberingHasNoGaps, unitHierarchyEnds, validityIsInOrder,
} from "./checks/goals.js";
import {
  activitiesSayMoreThanTheGoal, sharedActivitiesAgree, timeFramesSuitTheText, undoneActivitiesSayWhy,
} from "./checks/initiativeActivities.js";
import {
  commentsAgreeWithThemselves, firstSentencesAgreeWithStatuses, whatHasBegunSaysSo, whatWasNotCalledForSaysSo,
} from "./checks/initiativeComments.js";
import { judgementsAgreeWithMeasures } from "./checks/judgements.js";
import {
  annexesAreListed, applicationsAreReceivedInOrder, basisComesBeforeTheLetter, bodiesNamedAreRecipients, economyTellsTheSum, lettersAreComplete, namesAreSpeltOneWay,
  noMoreIsGrantedThanAppliedFor, placeholdersAreKnown, sectionsAreKnown, sumsAreCalledTheSame, typedCountsAgreeWithDecisions,
} from "./checks/letters.js";
import { directionsHaveTargets, directionsSuitTheUnit, limitsAreShares, measuresHaveGoals, measureTextsDiffer, targetsSuitTheDirection, weightsCount } from "./checks/measures.js";
import {
  outcomesAreThere, outcomesAreUnique, outcomesCanBeCompared, outcomesMoveTheRightWay, periodsFollowTheRhythm, periodsHaveBegun, womenAndMenAgreeWithTheTotal,
  womenAndMenAreThere,
} from "./checks/outcomes.js";
import {
  activitiesOfInitiativesAreFollowedUp, carriedOutInitiativesLeaveNothing, initiativesAgreeWithActivities, initiativesAgreeWithMeasures, initiativesAreFollowedUp,
} from "./checks/qualityInitiatives.js";
import {
  increasesSayHowLong, moneyHasYears, moneyIsForSomething, resourcesBelongToGoalsOrAssignments, resourcesGoToThoseResponsible, resourcesHaveAmounts, resourcesHaveUnits,
} from "./checks/resources.js";
import {
  activitiesAreCommitments, activitiesComeAfterTheDecision, activitiesNameWhoIsResponsible, activitiesSayWhen, committeeGoalsHaveAreas,
  criteriaSayWhenOrHowMuch, directionsOfGoalsAgree, goalsAreWithinReach, goalsHaveActivities, selfChecksArePlanned,
} from "./checks/planning.js";
import { markedDaysHaveCome, reportsAreMarkedInTime, reportsOwedAreMarked, signOffDaysSuitTheirPeriod } from "./checks/signOffs.js";
import { judgementsAgreeWithGoalsBelow, ownOutcomesAgreeWithUnits, sharedMeasuresHaveWays, waysOfRollUpSuitTheUnit } from "./checks/rollUp.js";
import { statedSharesAgreeWithCounts, statedSharesArePossible } from "./checks/statedShares.js";
import { decisionNumbersAreNoPersonalNumbers, documentsHoldNoDecisionNumbers } from "./checks/privacy.js";
import { onlyWhatIsGoodToKnowIsSwitchedOff } from "./checks/ruleChoice.js";
import { textsHoldNoPersonalNumbers } from "./checks/texts.js";
import { valuesSuitTheirMeasure } from "./checks/values.js";
import { commentsAgreeWithViews, unitsOfViewsAreExplained, viewsHaveBeenReceived } from "./checks/views.js";
import { workbookOf } from "./measures/measureResults.js";

/** Every rule across the registers; the reader has its own per cell. Adding a rule is a function and a line here. */
const rules: readonly ((context: CheckContext) => Finding[])[] = [
  valuesSuitTheirMeasure,
  directionsSuitTheUnit,
  targetsSuitTheDirection,
  directionsHaveTargets,
  weightsCount,
  limitsAreShares,
  measuresHaveGoals,
  measureTextsDiffer,
  goalsHaveMeasures,
  goalTreeEnds,
  goalsHaveOwners,
  validityIsInOrder,
  goalsAreInForce,
  globalGoalsExist,
  numberingHasNoGaps,
  goalTextsDiffer,
  unitHierarchyEnds,
  outcomesAreThere,
  outcomesCanBeCompared,
  outcomesMoveTheRightWay,
  outcomesAreUnique,
  periodsFollowTheRhythm,
  periodsHaveBegun,
  womenAndMenAgreeWithTheTotal,
  womenAndMenAreThere,
  waysOfRollUpSuitTheUnit,
  sharedMeasuresHaveWays,
  ownOutcomesAgreeWithUnits,
  comparisonsAnswerForNothing,
  comparisonsHaveSources,
  assignmentsHaveLeads,
  unitsAreNamedOnce,
  assignmentsHaveEnds,
  assignmentDatesAreInOrder,
  assignmentsEndWithinTheirGoal,
  assignmentYearsArePlausible,
  assignmentsEndInTime,
  assignmentsAreCarriedOn,
  predecessorsComeBefore,
  assignmentTextsDiffer,
  assignmentsHaveGivers,
  unitsInTheTextAreResponsible,
  budgetLinesAreResources,
  moneySpokenOfIsBudgeted,
  orderedMeasuresAreThere,
  resourcesBelongToGoalsOrAssignments,
  moneyIsForSomething,
  resourcesHaveAmounts,
  resourcesHaveUnits,
  resourcesGoToThoseResponsible,
  moneyHasYears,
  increasesSayHowLong,
  activitiesBelongToGoalsOrAssignments,
  activitiesHaveSomebodyResponsible,
  activitiesEndInTime,
  endsAgreeWithTimeFrames,
  activityTextsDiffer,
  criteriaAreNumberedWithoutGaps,
  criteriaHaveTheirPlace,
  criteriaSayWhenOrHowMuch,
  goalsHaveActivities,
  committeeGoalsHaveAreas,
  directionsOfGoalsAgree,
  goalsAreWithinReach,
  activitiesNameWhoIsResponsible,
  activitiesSayWhen,
  activitiesAreCommitments,
  activitiesComeAfterTheDecision,
  selfChecksArePlanned,
  footnotesDiffer,
  footnoteMarksLeadSomewhere,
  assignmentsAreFollowedUp,
  followUpsAreOfWhatIsFollowed,
  followUpsAreByThoseResponsible,
  followUpsComeAfterTheStart,
  endedAssignmentsStayEnded,
  followUpsAreUnique,
  followUpsFollowTheRhythm,
  followedUpPeriodsHaveBegun,
  followUpsHaveStatuses,
  statusesAreOfTheScale,
  statusesAgreeWithComments,
  delaysHaveCausesAndDays,
  sentencesStandOnce,
  agreementsAreRenewedInTime,
  judgementsAgreeWithMeasures,
  judgementsAgreeWithGoalsBelow,
  lettersHaveTheirHead,
  referenceNumbersHaveYearAndNumber,
  numbersNameOneMatter,
  thoseResponsibleSign,
  annexesAgreeWithTheLetter,
  sectionsAreKnown,
  lettersAreComplete,
  placeholdersAreKnown,
  typedCountsAgreeWithDecisions,
  basisComesBeforeTheLetter,
  applicationsAreReceivedInOrder,
  noMoreIsGrantedThanAppliedFor,
  bodiesNamedAreRecipients,
  annexesAreListed,
  namesAreSpeltOneWay,
  sumsAreCalledTheSame,
  economyTellsTheSum,
  decisionDatesAreInOrder,
  decisionsEndOnce,
  decisionDatesHaveCome,
  closedDecisionsSayWhy,
  aidsAreOfTheirLaw,
  aidsHaveOneName,
  decisionsAreMadeOnWorkingDays,
  eventsHaveTheirColumns,
  firstReportsAgreeWithDates,
  endsAreReportedInTheirQuarter,
  reportsAreQuarterly,
  decisionsHaveGender,
  openDecisionsSayWhy,
  openDecisionsHaveNews,
  plannedDaysAreKept,
  eventsComeAfterTheDecision,
  eventsHaveHappened,
  eventsAreOnWorkingDays,
  controlsAreComplete,
  plansHoldWhatIsPlanned,
  risksAreOfTheScale,
  frequenciesAgree,
  controlsAreMade,
  followedUpControlsAreAssessed,
  unmadeControlsHaveReasons,
  assessmentsAgreeWithComments,
  reviewedAndDeviatingAgree,
  percentagesHaveCounts,
  resultsAreCounted,
  seriesAgreeWithWords,
  controlCommentsDiffer,
  controlledPeriodsHaveBegun,
  initiativesAreFollowedUp,
  activitiesOfInitiativesAreFollowedUp,
  initiativesAgreeWithActivities,
  carriedOutInitiativesLeaveNothing,
  initiativesAgreeWithMeasures,
  sharedActivitiesAgree,
  activitiesSayMoreThanTheGoal,
  timeFramesSuitTheText,
  undoneActivitiesSayWhy,
  whatWasNotCalledForSaysSo,
  whatHasBegunSaysSo,
  commentsAgreeWithThemselves,
  firstSentencesAgreeWithStatuses,
  statedSharesAgreeWithCounts,
  statedSharesArePossible,
  viewsHaveBeenReceived,
  commentsAgreeWithViews,
  unitsOfViewsAreExplained,
  reportsAreMarkedInTime,
  reportsOwedAreMarked,
  markedDaysHaveCome,
  signOffDaysSuitTheirPeriod,
  textsHoldNoPersonalNumbers,
  decisionNumbersAreNoPersonalNumbers,
  documentsHoldNoDecisionNumbers,
  onlyWhatIsGoodToKnowIsSwitchedOff,
  calculatedValuesAgree,
];

/**
 * What the rules find in a workbook's registers, beside what the reader found cell by cell. `today` is a serial number (1900 date system); without
 * it nothing is said to lie in the future. Time grows with the number of rows.
 */
export function checkRules(contents: RegisterContents, settings: Settings, today?: number): Finding[] {
  const period = parsePeriod(settings.period, settings) ?? undefined;
  const context: CheckContext = { ...workbookOf(contents, settings), period, today };
  return rules.flatMap((rule) => rule(context));
}
