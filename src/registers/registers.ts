import { aktiviteter } from "./definitions/aktiviteter.js";
import { beslut } from "./definitions/beslut.js";
import { dokument } from "./definitions/dokument.js";
import { enheter } from "./definitions/enheter.js";
import { godtaganden } from "./definitions/godtaganden.js";
import { handelser } from "./definitions/handelser.js";
import { installningar } from "./definitions/installningar.js";
import { klarmarkering } from "./definitions/klarmarkering.js";
import { kontroller } from "./definitions/kontroller.js";
import { kontrollresultat } from "./definitions/kontrollresultat.js";
import { kriterier } from "./definitions/kriterier.js";
import { mal } from "./definitions/mal.js";
import { matt } from "./definitions/matt.js";
import { resurser } from "./definitions/resurser.js";
import { synpunkter } from "./definitions/synpunkter.js";
import { texter } from "./definitions/texter.js";
import { uppdrag } from "./definitions/uppdrag.js";
import { uppfoljning } from "./definitions/uppfoljning.js";
import { ursprung } from "./definitions/ursprung.js";
import { utfall } from "./definitions/utfall.js";
import type { RegisterContent, RowOf } from "./register.js";

/** Every register, in the order of the template's sheets. Adding a register is its definition and a line here. */
export const registers = {
  installningar, enheter, dokument, texter, mal, kriterier, matt, utfall, uppdrag, aktiviteter, uppfoljning, resurser, kontroller, kontrollresultat,
  beslut, handelser, synpunkter, klarmarkering, godtaganden, ursprung,
} as const;

export type Registers = typeof registers;
export type RegisterKey = keyof Registers;

export type Mal = RowOf<typeof mal>;
export type Matt = RowOf<typeof matt>;
export type Utfall = RowOf<typeof utfall>;
export type Uppdrag = RowOf<typeof uppdrag>;
export type Aktivitet = RowOf<typeof aktiviteter>;
export type Uppfoljning = RowOf<typeof uppfoljning>;
export type Resurs = RowOf<typeof resurser>;
export type Kontroll = RowOf<typeof kontroller>;
export type Kontrollresultat = RowOf<typeof kontrollresultat>;
export type Beslut = RowOf<typeof beslut>;
export type Handelse = RowOf<typeof handelser>;
export type Synpunkt = RowOf<typeof synpunkter>;
export type Klarmarkering = RowOf<typeof klarmarkering>;
export type Enhet = RowOf<typeof enheter>;

/** All registers of a workbook as read; a register whose table is not in the workbook is absent. */
export type RegisterContents = { readonly [K in RegisterKey]?: RegisterContent<Registers[K]> };
