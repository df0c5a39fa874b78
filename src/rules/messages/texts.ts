import { message } from "../../registers/message.js";

/** What is told of texts that reports print. */
export const textMessages = {
  "text.personnummer": message<{ header: string }>("varning", {
    sv: ({ header }) => `${header} ser ut att innehålla ett personnummer, och det kan komma med i rapporter. Ta bort numret.`,
    en: ({ header }) => `${header} appears to contain a personal identity number, which may come into reports. Remove the number.`,
  }),
};
