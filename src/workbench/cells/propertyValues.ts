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

const NAMED_COLORS: Readonly<Record<string, string>> = {
  aqua: "#00FFFF", black: "#000000", blue: "#0000FF", brown: "#A52A2A", cyan: "#00FFFF", darkblue: "#00008B", darkgray: "#A9A9A9", darkgreen: "#006400", darkred: "#8B0000",
  fuchsia: "#FF00FF", gold: "#FFD700", gray: "#808080", green: "#008000", indigo: "#4B0082", khaki: "#F0E68C", lavender: "#E6E6FA", lightblue: "#ADD8E6", lightgray: "#D3D3D3",
  lightgreen: "#90EE90", lightgrey: "#D3D3D3", lightyellow: "#FFFFE0", lime: "#00FF00", magenta: "#FF00FF", maroon: "#800000", navy: "#000080", olive: "#808000", orange: "#FFA500",
  pink: "#FFC0CB", purple: "#800080", red: "#FF0000", salmon: "#FA8072", silver: "#C0C0C0", skyblue: "#87CEEB", steelblue: "#4682B4", tan: "#D2B48C", teal: "#008080",
  tomato: "#FF6347", turquoise: "#40E0D0", violet: "#EE82EE", white: "#FFFFFF", yellow: "#FFFF00",
};

/** "#RRGGBB" (the # may be left out) or the name of an HTML colour. */
export function asColor(value: unknown): string {
  const text = asText(value).trim();
  const named = NAMED_COLORS[text.toLowerCase()];
  if (named !== undefined) {
    return named;
  }
  const hex = /^#?([0-9a-f]{6})$/i.exec(text);
  if (hex?.[1] === undefined) {
    throw new RichApiError("InvalidArgument", `"${text}" is not a colour.`);
  }
  return `#${hex[1].toUpperCase()}`;
}
