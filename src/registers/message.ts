import type { Severity } from "./finding.js";
import type { Language, LocalText } from "./language.js";

/** What one rule tells: how serious it is, and its text in every language, made from what it is about. */
export interface Message<About> {
  readonly severity: Severity;
  readonly text: Readonly<Record<Language, (about: About) => string>>;
}

/** An entry of a table of messages, by rule id. fel: a result is wrong or missing. varning: look at it before the report is sent. upplysning: good to know. */
export function message<About>(severity: Severity, text: Message<About>["text"]): Message<About> {
  return { severity, text };
}

/** What each rule of a table tells about. */
export type Abouts<Table> = { readonly [K in keyof Table]: Table[K] extends Message<infer About> ? About : never };

/** A table of messages, by what each tells about: for looking one up by a rule id that only the caller knows. */
export type Messages<A> = { readonly [K in keyof A]: Message<A[K]> };

/**
 * The message's text in every language, made when somebody reads it: most findings of a large workbook are counted and put in order, and few are read. Names and quotations come in
 * Swedish quotation marks, ”so”; English opens them the other way.
 */
export function told<About>({ text }: Message<About>, about: About): LocalText {
  return {
    get sv() {
      return text.sv(about);
    },
    get en() {
      return text.en(about).replace(/”([^”]*)”/gu, "“$1”");
    },
  };
}
