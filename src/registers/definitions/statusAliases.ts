import { activityStatuses, assignmentStatuses, goalStatuses, type FollowUpStatus } from "./statusWords.js";

/** What people write for the words of one status scale. */
export interface StatusWriting {
  /** The scale's own words, in its order. */
  readonly words: readonly FollowUpStatus[];
  /** Other words, as they stand in printed follow-ups, for one of the scale's. Only such as can mean nothing else. */
  readonly aliases: Readonly<Record<string, FollowUpStatus>>;
  /** The word that a symbol standing alone means; a scale without symbols of its own has none. */
  readonly symbols: Readonly<Record<string, FollowUpStatus>>;
  /** What a ticked box means; an unticked one is always blank. */
  readonly ticked?: FollowUpStatus;
}

const activityWriting: StatusWriting = {
  words: activityStatuses,
  aliases: {
    genomförd: "Genomfört", genomförts: "Genomfört", klart: "Genomfört", klar: "Genomfört", slutfört: "Genomfört", slutförd: "Genomfört", utfört: "Genomfört", utförd: "Genomfört",
    "delvis genomförd": "Delvis genomfört", "delvis genomförts": "Delvis genomfört", "delvis klart": "Delvis genomfört", "delvis klar": "Delvis genomfört",
    "ej genomförd": "Ej genomfört", "inte genomfört": "Ej genomfört", "inte genomförd": "Ej genomfört", "inte genomförts": "Ej genomfört",
    "inte aktuellt": "Ej aktuellt", "ej aktuell": "Ej aktuellt", "inte aktuell": "Ej aktuellt",
  },
  symbols: { "●": "Genomfört", "◆": "Delvis genomfört", "■": "Ej genomfört", "–": "Ej aktuellt" },
  ticked: "Genomfört",
};

/** The scale of the goals whose Nivå is Kvalitetsinsats; all other things are told by their register. */
export const QUALITY_INITIATIVE = "kvalitetsinsats";

/**
 * The scales by what Avser points at, a register (key) or a quality initiative among the goals: the same word or symbol may mean different things in two of them.
 */
export const statusWritings: Readonly<Partial<Record<string, StatusWriting>>> = {
  uppdrag: {
    words: assignmentStatuses,
    aliases: {
      "ej påbörjad": "Ej påbörjat", "inte påbörjat": "Ej påbörjat", "inte påbörjad": "Ej påbörjat", "ej startat": "Ej påbörjat", "inte startat": "Ej påbörjat",
      planerad: "Planerat", planeras: "Planerat",
      pågår: "Pågående", påbörjat: "Pågående", påbörjad: "Pågående", "under arbete": "Pågående",
      "nästan klart": "Nästan genomfört", "nästan klar": "Nästan genomfört", "nästan genomförd": "Nästan genomfört",
      försenad: "Försenat",
      "delvis genomförd": "Delvis genomfört", "delvis klart": "Delvis genomfört", "delvis klar": "Delvis genomfört",
      genomförd: "Genomfört", klart: "Genomfört", klar: "Genomfört", slutfört: "Genomfört", slutförd: "Genomfört", utfört: "Genomfört",
      "ej genomförd": "Ej genomfört", "inte genomfört": "Ej genomfört", "inte genomförd": "Ej genomfört",
      avbruten: "Avbrutet",
    },
    symbols: {},
  },
  aktiviteter: activityWriting,
  // An initiative is carried out, as an activity is, and not reached.
  [QUALITY_INITIATIVE]: activityWriting,
  mal: {
    words: goalStatuses,
    aliases: {
      uppnådd: "Uppnått", uppfyllt: "Uppnått", uppfylld: "Uppnått",
      "delvis uppnådd": "Delvis uppnått", "delvis uppfyllt": "Delvis uppnått", "delvis uppfylld": "Delvis uppnått",
      "ej uppnådd": "Ej uppnått", "inte uppnått": "Ej uppnått", "inte uppnådd": "Ej uppnått", "ej uppfyllt": "Ej uppnått", "inte uppfyllt": "Ej uppnått",
      "ej bedömd": "Ej bedömt", "inte bedömt": "Ej bedömt", "inte bedömd": "Ej bedömt",
    },
    symbols: { "●": "Uppnått", "◆": "Delvis uppnått", "■": "Ej uppnått", "–": "Ej bedömt" },
  },
};
