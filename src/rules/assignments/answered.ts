import type { Klarmarkering, Kontrollresultat, Uppfoljning, Utfall } from "../../registers/registers.js";

/* Whether somebody has answered a row that a new period begins with, or a person has added: a row by itself says only that something is asked for. */

export function isOutcomeGiven({ utfall, kvinnor, man, kommentar }: Utfall): boolean {
  return (utfall ?? kvinnor ?? man ?? kommentar) !== null;
}

export function isFollowedUp({ status, kommentar }: Uppfoljning): boolean {
  return (status ?? kommentar) !== null;
}

export function isControlled({ bedomning, kommentar }: Kontrollresultat): boolean {
  return (bedomning ?? kommentar) !== null;
}

export function isSignedOff({ klarmarkerad }: Klarmarkering): boolean {
  return klarmarkerad !== null;
}
