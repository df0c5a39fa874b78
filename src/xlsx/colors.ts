/** Colours as the file gives them (RGB, theme with tint, indexed) resolved to "#RRGGBB". */
import { XlsxError } from "./errors.js";
import type { Color } from "./model.js";
import type { XmlElement } from "./xml.js";

/** The default palette of indexed colours (ECMA-376 part 1, 18.8.27); 0–7 repeat 8–15. */
const palette =
  "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333".split(" ");

/** Theme colours in the order the `theme` attribute counts them: light and dark trade places against the theme part's own order. */
const themeOrder = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6", "hlink", "folHlink"];
const officeTheme = ["FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D", "9BBB59", "8064A2", "4BACC6", "F79646", "0000FF", "800080"];

export class Palette {
  readonly #theme: readonly string[];
  readonly #indexed: readonly string[];

  /** @param theme root of the theme part @param styles root of the styles part, which may hold a palette of its own */
  constructor(theme: XmlElement | undefined, styles: XmlElement | undefined) {
    const scheme = theme?.element("themeElements")?.element("clrScheme");
    this.#theme = themeOrder.map((name, index) => {
      const color = scheme?.element(name)?.elements()[0];
      const value = color?.localName === "sysClr" ? color.attribute("lastClr") : color?.attribute("val");
      return value !== undefined && /^[0-9A-Fa-f]{6}$/.test(value) ? value.toUpperCase() : (officeTheme[index] ?? "000000");
    });
    const own = styles?.element("colors")?.element("indexedColors")?.elements("rgbColor").map((color) => (color.attribute("rgb") ?? "").slice(-6).toUpperCase());
    this.#indexed = own !== undefined && own.length > 0 ? own : palette;
  }

  /** The colour of a `color`, `fgColor`, `bgColor` or `tabColor` element; null when it is automatic or missing. */
  resolve(element: XmlElement | undefined): Color | null {
    if (element === undefined || element.attribute("auto") === "1" || element.attribute("auto") === "true") return null;
    const base = this.#base(element);
    if (base === undefined || !/^[0-9A-F]{6}$/.test(base)) return null;
    const tint = Number(element.attribute("tint") ?? 0);
    return `#${tint === 0 || !Number.isFinite(tint) ? base : withTint(base, Math.max(-1, Math.min(1, tint)))}`;
  }

  #base(element: XmlElement): string | undefined {
    const rgb = element.attribute("rgb");
    if (rgb !== undefined) return rgb.slice(-6).toUpperCase();
    const theme = element.attribute("theme");
    if (theme !== undefined) return this.#theme[Number(theme)];
    const indexed = element.attribute("indexed");
    // 64 and above are the system's own foreground and background.
    return indexed === undefined ? undefined : this.#indexed[Number(indexed)];
  }
}

/** The `rgb` attribute of a colour, opaque. Throws `color` unless it is "#RRGGBB". */
export function argb(color: Color): string {
  if (!/^#[0-9A-Fa-f]{6}$/.test(color)) throw new XlsxError("color", color);
  return `FF${color.slice(1).toUpperCase()}`;
}

/** Tint changes the luminance of the colour in HLS (ECMA-376 part 1, 18.8.19). */
function withTint(rgb: string, tint: number): string {
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16) / 255);
  const max = Math.max(r, g, b);
  const min = Math.min(r, g, b);
  const light = (max + min) / 2;
  const delta = max - min;
  const saturation = delta === 0 ? 0 : delta / (light > 0.5 ? 2 - max - min : max + min);
  const hue = delta === 0 ? 0 : max === r ? ((g - b) / delta + 6) % 6 : max === g ? (b - r) / delta + 2 : (r - g) / delta + 4;
  const tinted = tint < 0 ? light * (1 + tint) : light * (1 - tint) + tint;
  const chroma = (1 - Math.abs(2 * tinted - 1)) * saturation;
  const floor = tinted - chroma / 2;
  const channel = (n: number): string => {
    const distance = Math.abs(((hue - n + 9) % 6) - 3) - 1;
    return Math.round((floor + chroma * Math.max(0, Math.min(1, distance))) * 255).toString(16).padStart(2, "0").toUpperCase();
  };
  return channel(0) + channel(2) + channel(4);
}
