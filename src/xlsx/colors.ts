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

/** Windows' scale of hue, luminance and saturation. With it, and whole numbers throughout, the colours are Excel's own to the last step. */
const scale = 240;

/** Tint changes the luminance of the colour (ECMA-376 part 1, 18.8.19). */
function withTint(rgb: string, tint: number): string {
  const [hue, luminance, saturation] = toHls([0, 2, 4].map((at) => parseInt(rgb.slice(at, at + 2), 16)));
  const tinted = Math.floor(tint < 0 ? luminance * (1 + tint) : luminance * (1 - tint) + scale * tint);
  return toRgb(hue, tinted, saturation).map((value) => value.toString(16).padStart(2, "0").toUpperCase()).join("");
}

function toHls(channels: readonly number[]): readonly [hue: number, luminance: number, saturation: number] {
  const [red = 0, green = 0, blue = 0] = channels;
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const sum = max + min;
  const delta = max - min;
  const luminance = Math.floor((sum * scale + 255) / 510);
  if (delta === 0) return [0, luminance, 0];
  const room = luminance <= scale / 2 ? sum : 510 - sum;
  const saturation = Math.floor((delta * scale + Math.floor(room / 2)) / room);
  const distance = (channel: number): number => Math.floor(((max - channel) * (scale / 6) + Math.floor(delta / 2)) / delta);
  const hue = red === max ? distance(blue) - distance(green) : green === max ? scale / 3 + distance(red) - distance(blue) : (2 * scale) / 3 + distance(green) - distance(red);
  return [(hue + scale) % scale, luminance, saturation];
}

function toRgb(hue: number, luminance: number, saturation: number): number[] {
  const high = luminance <= scale / 2 ? Math.floor((luminance * (scale + saturation) + scale / 2) / scale) : luminance + saturation - Math.floor((luminance * saturation + scale / 2) / scale);
  const low = 2 * luminance - high;
  const channel = (turned: number): number => {
    const h = (turned + scale) % scale;
    const sixth = scale / 6;
    const value = h < sixth ? low + Math.floor(((high - low) * h + sixth / 2) / sixth) : h < scale / 2 ? high : h < (2 * scale) / 3 ? low + Math.floor(((high - low) * ((2 * scale) / 3 - h) + sixth / 2) / sixth) : low;
    return Math.floor((value * 255 + scale / 2) / scale);
  };
  return [channel(hue + scale / 3), channel(hue), channel(hue - scale / 3)];
}
