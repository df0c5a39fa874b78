/** Longest name that Excel gives a sheet. */
const LONGEST = 31;

/** The name for a register's sheet, or that of lists, where somebody may have a sheet of that name: "Mått", else "Mått (register)", "Mått (register 2)". Excel does not tell case apart. */
export function freeSheetName(wanted: string, taken: readonly string[]): string {
  const names = new Set(taken.map(compared));
  for (let nth = 0; ; nth += 1) {
    const ending = nth === 0 ? "" : nth === 1 ? " (register)" : ` (register ${nth})`;
    const name = `${wanted.slice(0, LONGEST - ending.length)}${ending}`;
    if (!names.has(compared(name))) return name;
  }
}

/** The name that such a name was made from. */
export function wantedSheetName(name: string): string {
  return name.replace(/ \(register(?: \d+)?\)$/u, "");
}

const compared = (name: string): string => name.toLocaleLowerCase("sv");
