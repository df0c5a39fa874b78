import { message } from "../../registers/message.js";
import { listed } from "../../registers/messages/wording.js";

/** What is told of controls and of what they have shown. */
export const controlMessages = {
  "kontroll.ofullstandig": message<{ control: string; missing: readonly string[] }>("varning", {
    sv: ({ control, missing }) => `För kontrollen ${control} saknas ${listed(missing, "och")}, som andra kontroller har ifyllt. Fyll i det, så syns det hur kontrollen ska göras.`,
    en: ({ control, missing }) => `The control ${control} lacks ${listed(missing, "and")}, which other controls have filled in. Fill it in, so that it shows how the control is to be made.`,
  }),
  "kontroll.tomma-kolumner": message<{ headers: readonly string[] }>("upplysning", {
    sv: ({ headers }) => `Ingen kontroll har något i ${listed(headers, "eller")}, så det kommer inte med i rapporten. Fyll i det om det hör till er plan.`,
    en: ({ headers }) => `No control has anything in ${listed(headers, "or")}, so the report leaves it out. Fill it in if it belongs to your plan.`,
  }),
  "kontroll.halv-risk": message<{ control: string; missing: string }>("varning", {
    sv: ({ control, missing }) => `För kontrollen ${control} saknas ${missing}, så riskvärdet går inte att räkna ut. Fyll i ${missing}.`,
    en: ({ control, missing }) => `The control ${control} lacks ${missing}, so the risk value cannot be computed. Fill in ${missing}.`,
  }),
  "kontroll.risk-utanfor": message<{ control: string; header: string; value: number; highest: number }>("varning", {
    sv: ({ control, header, value, highest }) => `${header} är ${value} för kontrollen ${control}, så den kommer inte med i riskmatrisen. Skriv ett tal från 1 till ${highest}.`,
    en: ({ control, header, value, highest }) => `${header} is ${value} for the control ${control}, so the risk matrix leaves it out. Enter a number from 1 to ${highest}.`,
  }),
  "kontroll.minst-per-ar": message<{ control: string; value: number }>("varning", {
    sv: ({ control, value }) => `Minst per år är ${value} för kontrollen ${control}, och det används inte. Skriv hur många gånger den minst ska göras på ett år, eller töm cellen.`,
    en: ({ control, value }) => `Minst per år is ${value} for the control ${control}, which is not used. Enter how many times a year it is at least to be made, or clear the cell.`,
  }),
  "kontroll.frekvens-avviker": message<{ control: string; number: number; written: string }>("upplysning", {
    sv: ({ control, number, written }) => `Kontrollen ${control} ska göras minst ${number === 1 ? "1 gång" : `${number} gånger`} per år enligt Minst per år, men i När står ${written}. Minst per år gäller. Rätta det som är fel.`,
    en: ({ control, number, written }) => `The control ${control} is to be made at least ${number === 1 ? "1 time" : `${number} times`} a year by Minst per år, but När says ${written}. Minst per år holds. Correct what is wrong.`,
  }),
  "kontroll.for-sallan": message<{ control: string; promised: number; due: number; made: number; period: string }>("varning", {
    sv: ({ control, promised, due, made, period }) =>
      `Kontrollen ${control} ska göras minst ${promised === 1 ? "1 gång" : `${promised} gånger`} per år. Den är gjord ${made} av ${due} till och med ${period}. Gör kontrollen, eller ändra hur ofta den ska göras.`,
    en: ({ control, promised, due, made, period }) =>
      `The control ${control} is to be made at least ${promised === 1 ? "1 time" : `${promised} times`} a year. It was made ${made} of ${due} up to and including ${period}. Make the control, or change how often it is to be made.`,
  }),
  "kontroll.utan-resultat": message<{ control: string; period: string }>("varning", {
    sv: ({ control, period }) => `Uppföljning för ${period} saknas för kontrollen ${control}. Lägg till en rad i Kontrollresultat, med Ej genomförd om den inte har gjorts.`,
    en: ({ control, period }) => `The follow-up for ${period} is missing for the control ${control}. Add a row in Kontrollresultat, with Ej genomförd if it was not made.`,
  }),
  "kontrollresultat.bedomning-saknas": message<{ control: string; period: string }>("fel", {
    sv: ({ control, period }) => `Bedömning för ${period} saknas för ${control}, så ingen ser vad kontrollen visade. Välj en bedömning.`,
    en: ({ control, period }) => `The assessment for ${period} is missing for ${control}, so nobody sees what the control showed. Choose a Bedömning.`,
  }),
  "kontrollresultat.ej-gjord-utan-bedomning": message<{ control: string; period: string; phrase: string }>("fel", {
    sv: ({ control, period, phrase }) => `Bedömning för ${period} saknas för ${control}, och i kommentaren står ”${phrase}”. Välj Ej genomförd om kontrollen inte har gjorts.`,
    en: ({ control, period, phrase }) => `The assessment for ${period} is missing for ${control}, and the comment says ”${phrase}”. Choose Ej genomförd if the control was not made.`,
  }),
  "kontrollresultat.ej-genomford-utan-orsak": message<{ control: string; period: string }>("varning", {
    sv: ({ control, period }) => `${control} är Ej genomförd för ${period} utan kommentar. Skriv i Kommentar varför den inte har gjorts.`,
    en: ({ control, period }) => `${control} is Ej genomförd for ${period} without a comment. Write in Kommentar why it was not made.`,
  }),
  "kontrollresultat.bedomd-men-ej-gjord": message<{ control: string; assessment: string; phrase: string }>("varning", {
    sv: ({ control, assessment, phrase }) => `${control} har bedömningen ${assessment}, men i kommentaren står ”${phrase}”. Kontrollera att bedömning och kommentar säger samma sak.`,
    en: ({ control, assessment, phrase }) => `${control} has the assessment ${assessment}, but the comment says ”${phrase}”. Check that assessment and comment say the same.`,
  }),
  "kontrollresultat.bedomning-kommentar": message<{ control: string; assessment: string; phrase: string }>("upplysning", {
    sv: ({ control, assessment, phrase }) => `${control} har bedömningen ${assessment}, och i kommentaren står ”${phrase}”. Stämmer det inte överens, så ändra bedömningen eller kommentaren.`,
    en: ({ control, assessment, phrase }) => `${control} has the assessment ${assessment}, and the comment says ”${phrase}”. If the two do not agree, change the assessment or the comment.`,
  }),
  "kontrollresultat.antal-orimligt": message<{ control: string; reviewed: number; deviating: number }>("fel", {
    sv: ({ control, reviewed, deviating }) => `För ${control} är Granskade ${reviewed} och Avvikande ${deviating}, vilket inte går ihop. Rätta det som är fel: högst alla granskade kan avvika.`,
    en: ({ control, reviewed, deviating }) => `For ${control} Granskade is ${reviewed} and Avvikande ${deviating}, which cannot be. Correct what is wrong: at most all that were reviewed can deviate.`,
  }),
  "kontrollresultat.halv-andel": message<{ control: string; missing: string }>("varning", {
    sv: ({ control, missing }) => `För ${control} saknas ${missing}, så andelen går inte att räkna ut. Fyll i ${missing}.`,
    en: ({ control, missing }) => `For ${control} ${missing} is missing, so the share cannot be computed. Fill in ${missing}.`,
  }),
  "kontrollresultat.avvikelse-trots-ingen": message<{ control: string; deviating: number }>("varning", {
    sv: ({ control, deviating }) => `${control} har bedömningen Ingen avvikelse, men Avvikande är ${deviating}. Ändra bedömningen eller antalet.`,
    en: ({ control, deviating }) => `${control} has the assessment Ingen avvikelse, but Avvikande is ${deviating}. Change the assessment or the count.`,
  }),
  "kontrollresultat.procent-utan-underlag": message<{ control: string }>("upplysning", {
    sv: ({ control }) => `Kommentaren om ${control} anger procent, men Granskade är tomt, så ingen ser hur många det gäller. Fyll i Granskade och Avvikande.`,
    en: ({ control }) => `The comment on ${control} gives percentages, but Granskade is empty, so nobody sees of how many. Fill in Granskade and Avvikande.`,
  }),
  "kontrollresultat.mangd-i-ord": message<{ control: string; phrase: string }>("upplysning", {
    sv: ({ control, phrase }) => `I kommentaren om ${control} står ”${phrase}”, utan hur många det är. Fyll i Granskade och Avvikande.`,
    en: ({ control, phrase }) => `The comment on ${control} says ”${phrase}”, without how many that is. Fill in Granskade and Avvikande.`,
  }),
  "kontrollresultat.serie-emot-ord": message<{ control: string; phrase: string; from: string; to: string }>("upplysning", {
    sv: ({ control, phrase, from, to }) => `I kommentaren om ${control} står ”${phrase}”, men talen går från ${from} till ${to}. Kontrollera tal och text.`,
    en: ({ control, phrase, from, to }) => `The comment on ${control} says ”${phrase}”, but the figures go from ${from} to ${to}. Check figures and text.`,
  }),
  "kontrollresultat.samma-mening": message<{ control: string; other: string; row: number; sentence: string }>("varning", {
    sv: ({ control, other, row, sentence }) =>
      `Kommentaren om ${control} har samma mening som den om ${other} på rad ${row}: ${sentence}. Skriv vad just den här kontrollen visade.`,
    en: ({ control, other, row, sentence }) => `The comment on ${control} has the same sentence as the one on ${other} in row ${row}: ${sentence}. Write what this very control showed.`,
  }),
  "kontrollresultat.framtida-period": message<{ period: string }>("varning", {
    sv: ({ period }) => `${period} har inte börjat än. Kontrollera perioden.`,
    en: ({ period }) => `${period} has not begun yet. Check the period.`,
  }),
};
