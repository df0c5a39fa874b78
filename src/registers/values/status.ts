import type { CellInput } from "../cell.js";
import type { StatusWriting } from "../definitions/statusAliases.js";
import type { FollowUpStatus } from "../definitions/statusWords.js";
import { parseChoice } from "./choice.js";
import { isBlank, read, typedText, unreadable, type Reading } from "./reading.js";
import { symbolAndWord } from "./symbolAndWord.js";

/**
 * Reads a follow-up's status on one scale: its words, other words for them, a symbol alone ("●") or with its word ("● Genomfört"), a ticked box. Everything but the
 * word itself is marked `corrected`. A symbol beside a word that it does not mean is unreadable; an unticked box is blank.
 */
export function parseStatus(cell: CellInput, writing: StatusWriting): Reading<FollowUpStatus> {
  if (isBlank(cell) || cell.value === false) return null;
  if (cell.type === "Error") return unreadable(cell, "error");
  if (cell.value === true) return writing.ticked === undefined ? unreadable(cell) : read(writing.ticked, true);
  const { symbol, word } = symbolAndWord(typedText(cell));
  const meant = symbol === undefined ? undefined : writing.symbols[symbol];
  if (word === "") return meant === undefined ? unreadable(cell) : read(meant, true);
  const aliases = Object.keys(writing.aliases);
  const choice = parseChoice({ ...cell, value: word, type: "String" }, [...writing.words, ...aliases]);
  if (choice?.kind !== "read") return unreadable(cell);
  const status = writing.aliases[choice.value] ?? writing.words.find((own) => own === choice.value);
  if (status === undefined || (meant !== undefined && symbol !== "–" && meant !== status)) return unreadable(cell);
  return read(status, status !== cell.value);
}
