import { message } from "../../registers/message.js";
import { listed } from "../../registers/messages/wording.js";

/** What is told of quality initiatives, their activities and what is said of them. */
export const qualityInitiativeMessages = {
  "kvalitetsinsats.utan-uppfoljning": message<{ goal: string; period: string }>("varning", {
    sv: ({ goal, period }) => `Kvalitetsinsatsen ${goal} är inte uppföljd för ${period}. Skriv status och kommentar i Uppföljning.`,
    en: ({ goal, period }) => `The quality initiative ${goal} is not followed up for ${period}. Write a status and a comment in Uppföljning.`,
  }),
  "kvalitetsinsats.aktiviteter-utan-uppfoljning": message<{ goal: string; period: string; missing: number; of: number; first: string }>("varning", {
    sv: ({ goal, period, missing, of, first }) =>
      `${of === 1 ? "1 aktivitet" : `${missing} av ${of} aktiviteter`} i kvalitetsinsatsen ${goal} har ingen status för ${period}${missing === 1 ? "" : ", först"}: ${first}. Skriv en rad för ${missing === 1 ? "den" : "varje"} i Uppföljning.`,
    en: ({ goal, period, missing, of, first }) =>
      `${of === 1 ? "1 activity" : `${missing} of ${of} activities`} in the quality initiative ${goal} ${missing === 1 ? "has" : "have"} no status for ${period}${missing === 1 ? "" : ", the first"}: ${first}. Write a row for ${missing === 1 ? "it" : "each"} in Uppföljning.`,
  }),
  "kvalitetsinsats.status-avviker": message<{ goal: string; own: string; proposed: string }>("varning", {
    sv: ({ goal, own, proposed }) =>
      `Kvalitetsinsatsen ${goal} har status ${own}, men aktiviteterna talar för ${proposed}. Ändra den ena, eller skriv i Orsak varför de skiljer sig.`,
    en: ({ goal, own, proposed }) =>
      `The quality initiative ${goal} has the status ${own}, but its activities speak for ${proposed}. Change one of them, or write in Orsak why they differ.`,
  }),
  "kvalitetsinsats.status-med-orsak": message<{ goal: string; own: string; proposed: string }>("upplysning", {
    sv: ({ goal, own, proposed }) => `Kvalitetsinsatsen ${goal} har status ${own}, men aktiviteterna talar för ${proposed}. Orsaken är skriven. Inget behöver göras.`,
    en: ({ goal, own, proposed }) => `The quality initiative ${goal} has the status ${own}, but its activities speak for ${proposed}. The cause is written. Nothing needs to be done.`,
  }),
  "kvalitetsinsats.ogjort-kvar": message<{ goal: string; undone: number; of: number }>("upplysning", {
    sv: ({ goal, undone, of }) =>
      `Kvalitetsinsatsen ${goal} har status Genomfört, men ${undone} av ${of} aktiviteter är det inte. Skriv i Orsak varför insatsen ändå är genomförd, eller välj Ej aktuellt för det som inte behövs.`,
    en: ({ goal, undone, of }) =>
      `The quality initiative ${goal} has the status Genomfört, but ${undone} of ${of} activities do not. Write in Orsak why it is carried out all the same, or choose Ej aktuellt for what is not needed.`,
  }),
  "kvalitetsinsats.mal-avviker": message<{ goal: string; own: string; isReached: boolean }>("upplysning", {
    sv: ({ goal, own, isReached }) =>
      `Kvalitetsinsatsen ${goal} har status ${own}, men måtten säger att målet ${isReached ? "är uppnått" : "inte är uppnått"}. Att arbetet är gjort och att målet nås är två saker: skriv i Orsak hur de hänger ihop.`,
    en: ({ goal, own, isReached }) =>
      `The quality initiative ${goal} has the status ${own}, but its measures say that the goal ${isReached ? "is reached" : "is not reached"}. That the work is done and that the goal is reached are two things: write in Orsak how they agree.`,
  }),
  "aktivitet.samma-i-flera": message<{ activity: string; goal: string; other: string; row: number; otherGoal: string; differing: readonly string[] }>("varning", {
    sv: ({ activity, goal, other, row, otherGoal, differing }) =>
      `Aktiviteten ${activity} i ${goal} har samma text som ${other} på rad ${row} i ${otherGoal}, men ${listed(differing, "och")} skiljer sig. Låt dem säga samma sak, eller låt aktiviteten stå på ett ställe.`,
    en: ({ activity, goal, other, row, otherGoal, differing }) =>
      `The activity ${activity} in ${goal} has the same text as ${other} in row ${row} in ${otherGoal}, but ${listed(differing, "and")} ${differing.length === 1 ? "differs" : "differ"}. Let them say the same, or let the activity stand in one place.`,
  }),
  "aktivitet.upprepar-malet": message<{ activity: string; goal: string }>("upplysning", {
    sv: ({ activity, goal }) => `Aktiviteten ${activity} säger bara det som målet ${goal} säger. Skriv vad som ska göras för att nå dit.`,
    en: ({ activity, goal }) => `The activity ${activity} only says what the goal ${goal} says. Write what is to be done to get there.`,
  }),
  "aktivitet.tidsram-text": message<{ activity: string; frame: string }>("upplysning", {
    sv: ({ activity, frame }) => `Aktiviteten ${activity} säger hur ofta det ska göras, men Tidsram säger ${frame}. Skriv i Tidsram hur ofta.`,
    en: ({ activity, frame }) => `The activity ${activity} says how often it is to be done, but Tidsram says ${frame}. Write in Tidsram how often.`,
  }),
  "uppfoljning.ogjort-utan-kommentar": message<{ activity: string }>("upplysning", {
    sv: ({ activity }) => `Aktiviteten ${activity} är Ej genomfört, och ingenstans står varför. Skriv det i Kommentar eller Orsak.`,
    en: ({ activity }) => `The activity ${activity} is Ej genomfört, and nothing says why. Write it in Kommentar or Orsak.`,
  }),
  "uppfoljning.ej-aktuellt": message<{ subject: string; status: string; phrase: string }>("upplysning", {
    sv: ({ subject, status, phrase }) => `Status för ${subject} är ${status}, men i kommentaren står ”${phrase}”. Välj Ej aktuellt om det inte behövdes.`,
    en: ({ subject, status, phrase }) => `The status of ${subject} is ${status}, but the comment says ”${phrase}”. Choose Ej aktuellt if it was not needed.`,
  }),
  "uppfoljning.delvis-gjort": message<{ subject: string; phrase: string }>("upplysning", {
    sv: ({ subject, phrase }) => `Status för ${subject} är Ej genomfört, men i kommentaren står ”${phrase}”. Välj Delvis genomfört om något är gjort.`,
    en: ({ subject, phrase }) => `The status of ${subject} is Ej genomfört, but the comment says ”${phrase}”. Choose Delvis genomfört if something has been done.`,
  }),
  "uppfoljning.plan-och-forsening": message<{ subject: string; planned: string; late: string }>("upplysning", {
    sv: ({ subject, planned, late }) => `I kommentaren om ${subject} står både ”${planned}” och ”${late}”. Skriv vad som följer planen och vad som inte gör det.`,
    en: ({ subject, planned, late }) => `The comment on ${subject} says both ”${planned}” and ”${late}”. Write what follows the plan and what does not.`,
  }),
  "uppfoljning.forsta-meningen": message<{ subject: string; status: string; said: string }>("varning", {
    sv: ({ subject, status, said }) =>
      `Status för ${subject} är ${status}, men kommentaren börjar som om den vore ${said}. Ta bort den första meningen: rapporten skriver den av status.`,
    en: ({ subject, status, said }) =>
      `The status of ${subject} is ${status}, but the comment begins as if it were ${said}. Delete the first sentence: the report makes it from the status.`,
  }),
};
