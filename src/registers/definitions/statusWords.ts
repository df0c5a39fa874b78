/**
 * The words of Uppfoljning[Status] (model.md, "Decided"). The scale follows what Avser points at; a goal that is a quality initiative has that of activities.
 * Blank is "Ej angivet" where it is printed, and is never written in the register.
 */
export const assignmentStatuses = [
  "Ej påbörjat", "Planerat", "Pågående", "Nästan genomfört", "Försenat", "Delvis genomfört", "Genomfört", "Ej genomfört", "Avbrutet",
] as const;
export const activityStatuses = ["Genomfört", "Delvis genomfört", "Ej genomfört", "Ej aktuellt"] as const;
export const goalStatuses = ["Uppnått", "Delvis uppnått", "Ej uppnått", "Ej bedömt"] as const;

/** The words of Kontrollresultat[Bedömning]: a scale of its own, whose symbols mean other things than those of activities. */
export const controlAssessments = ["Ingen avvikelse", "Mindre avvikelse", "Större avvikelse", "Ej genomförd"] as const;

export type AssignmentStatus = (typeof assignmentStatuses)[number];
export type ActivityStatus = (typeof activityStatuses)[number];
export type GoalStatus = (typeof goalStatuses)[number];
export type ControlAssessment = (typeof controlAssessments)[number];
export type FollowUpStatus = AssignmentStatus | ActivityStatus | GoalStatus;

/** Every word of the three scales once, assignments' first. */
export const followUpStatuses: readonly FollowUpStatus[] = [...new Set<FollowUpStatus>([...assignmentStatuses, ...activityStatuses, ...goalStatuses])];
