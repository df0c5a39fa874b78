import { RichApiError } from "../richApi/richApiError.js";

/** A value given to a property, as the type it must have. Each throws InvalidArgument for another. */
export function asText(value: unknown): string {
  if (typeof value !== "string") {
    throw new RichApiError("InvalidArgument");
  }
  return value;
}

export function asNumber(value: unknown): number {
  if (typeof value !== "number" || !Number.isFinite(value)) {
    throw new RichApiError("InvalidArgument");
  }
  return value;
}

export function asFlag(value: unknown): boolean {
  if (typeof value !== "boolean") {
    throw new RichApiError("InvalidArgument");
  }
  return value;
}

/** One of the values of an enumeration, by the name that Office.js has for it. */
export function asOneOf<T>(value: unknown, choices: Readonly<Record<string, T>>): T {
  const choice = typeof value === "string" && Object.hasOwn(choices, value) ? choices[value] : undefined;
  if (choice === undefined) {
    throw new RichApiError("InvalidArgument");
  }
  return choice;
}

/** The name that Office.js has for a value. */
export function nameOf<T>(value: T, choices: Readonly<Record<string, T>>): string | null {
  return Object.keys(choices).find((name) => choices[name] === value) ?? null;
}

export function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new RichApiError("InvalidArgument");
  }
  return Object.fromEntries(Object.entries(value));
}
