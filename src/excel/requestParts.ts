// Requires: nothing by itself. Work that may be too large for one request, cut into as many as it takes.
import { MOST_BYTES } from "./jsonBytes.js";

/** Something to be put into a request, which must stay together. */
export interface Part {
  /** Of the request, and of the answer where what is asked for is more than a few words. */
  readonly bytes: number;
  readonly answerBytes?: number;
  readonly queue: () => void;
}

/** Of a few calls on one object. */
export const BYTES_OF_CALLS = 1_000;

/** Whether all of it goes into one request. */
export function goesInOne(parts: readonly Omit<Part, "queue">[]): boolean {
  const sum = (sizes: readonly number[]) => sizes.reduce((all, each) => all + each, 0);
  return sum(parts.map(({ bytes }) => bytes)) <= MOST_BYTES && sum(parts.map(({ answerBytes = 0 }) => answerBytes)) <= MOST_BYTES;
}

/** The parts, in their order, as many in each request as it and its answer may hold. A part that is too large by itself is alone in its request. */
export function inRequests<Each extends Omit<Part, "queue">>(parts: readonly Each[], most: number = MOST_BYTES): readonly (readonly Each[])[] {
  const requests: Each[][] = [];
  let [bytes, answerBytes] = [Infinity, Infinity];
  for (const part of parts) {
    const answer = part.answerBytes ?? 0;
    if (bytes + part.bytes > most || answerBytes + answer > most) {
      requests.push([]);
      [bytes, answerBytes] = [0, 0];
    }
    requests.at(-1)?.push(part);
    bytes += part.bytes;
    answerBytes += answer;
  }
  return requests;
}

/** Small beside a request, so that requests become full. */
const A_STRETCH = 0.2 * 2 ** 20;

/** Stretches of items that come after each other, none heavier than some hundred kilobytes unless it is a single one. */
export function stretches(weights: readonly number[], most: number = A_STRETCH): readonly { readonly from: number; readonly count: number; readonly bytes: number }[] {
  const found: { from: number; count: number; bytes: number }[] = [];
  for (const [index, weight] of weights.entries()) {
    const last = found.at(-1);
    if (last === undefined || last.bytes + weight > most) found.push({ from: index, count: 1, bytes: weight });
    else Object.assign(last, { count: last.count + 1, bytes: last.bytes + weight });
  }
  return found;
}
