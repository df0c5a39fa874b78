// Requires ExcelApi 1.13 (getMergedAreasOrNullObject), 1.9 (getRowProperties, getColumnProperties).
import { emptyCell, MOST_CELLS, type GridArea, type GridCell, type SheetGrid } from "../intake/grid.js";
import { WorkbookError } from "../usecases/workbookError.js";
import { cellType, cellValue, formatCode, rowsOf } from "./cellMatrix.js";
import { toWorkbookError } from "./hostError.js";

/** What Excel on the web hands over at once is 5 MB: some 200 bytes for each of these cells, twice what cells of a sheet come to. A block that is too large is halved. */
const CELLS_PER_REQUEST = 25_000;

/**
 * Sheets as they stand, whatever is on them: hidden ones, very hidden ones and protected ones too; chart sheets have no cells. All sheets unless some are named; those
 * that are gone are left out. One request that sees how large they are (two where none is named), one for each 25 000 cells, and one for merged cells; more only where
 * texts are so long that a block has to be halved, or a sheet has more than 512 merged areas. A sheet with more cells than a table can have is given empty.
 */
export async function readSheets(context: Excel.RequestContext, names?: readonly string[]): Promise<readonly SheetGrid[]> {
  const sheets = (names ?? (await sheetNames(context))).map((name) => askAbout(context, name));
  await context.sync();
  const grounds = sheets.filter(({ sheet }) => !sheet.isNullObject).map(groundOf);
  for (const ground of grounds) askWhatIsHidden(ground);
  await readBlocks(context, grounds.flatMap(blocksOf));
  const filled = grounds.filter(({ cells }) => cells.length > 0);
  await readMerges(context, filled.map((ground) => ({ ground, row: ground.top, rows: ground.cells.length })));
  return grounds.map(gridOf);
}

async function sheetNames(context: Excel.RequestContext): Promise<readonly string[]> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  return worksheets.items.map(({ name }) => name);
}

function askAbout(context: Excel.RequestContext, name: string) {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name).load("name,visibility");
  const used = sheet.getUsedRangeOrNullObject(true).load("rowIndex,columnIndex,rowCount,columnCount,rowHidden,columnHidden");
  return { sheet, used };
}

type Hidden<Property extends string> = Readonly<Partial<Record<Property, boolean>>>;

/** A sheet while it is being read. */
interface Ground {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
  readonly name: string;
  readonly isHidden: boolean;
  readonly top: number;
  readonly left: number;
  /** How many cells are in use, where they are too many. */
  readonly tooMany: number | undefined;
  /** Filled in block by block. */
  readonly cells: GridCell[][];
  /** By place: one that stands in two bands is found in both. */
  readonly merges: Map<string, GridArea>;
  /** For every row and column, once that has been read; left out where all or none are hidden. */
  hiddenRows?: OfficeExtension.ClientResult<readonly Hidden<"rowHidden">[]>;
  hiddenColumns?: OfficeExtension.ClientResult<readonly Hidden<"columnHidden">[]>;
}

function groundOf({ sheet, used }: ReturnType<typeof askAbout>): Ground {
  const { rowCount, columnCount, rowIndex, columnIndex } = used.isNullObject ? { rowCount: 0, columnCount: 0, rowIndex: 0, columnIndex: 0 } : used;
  const tooMany = rowCount * columnCount > MOST_CELLS ? rowCount * columnCount : undefined;
  const cells = Array.from({ length: tooMany === undefined ? rowCount : 0 }, () => Array.from({ length: columnCount }, () => emptyCell));
  return { sheet, used, name: sheet.name, isHidden: sheet.visibility !== "Visible", top: rowIndex, left: columnIndex, tooMany, cells, merges: new Map() };
}

/** Excel gives null for a range where some rows are hidden and some are not. The types say otherwise. */
function isMixed(hidden: unknown): boolean {
  return typeof hidden !== "boolean";
}

function askWhatIsHidden(ground: Ground): void {
  if (ground.cells.length === 0) return;
  if (isMixed(ground.used.rowHidden)) ground.hiddenRows = ground.used.getRowProperties({ rowHidden: true });
  if (isMixed(ground.used.columnHidden)) ground.hiddenColumns = ground.used.getColumnProperties({ columnHidden: true });
}

/** Cells of a sheet that are asked for at once; 0-based on the sheet. */
interface Block extends GridArea {
  readonly ground: Ground;
}

function blocksOf(ground: Ground): Block[] {
  const [{ length: columns } = []] = ground.cells;
  if (columns === 0) return [];
  const height = Math.max(1, Math.floor(CELLS_PER_REQUEST / columns));
  const tops = Array.from({ length: Math.ceil(ground.cells.length / height) }, (_, index) => index * height);
  return tops.map((from) => ({ ground, row: ground.top + from, column: ground.left, rows: Math.min(height, ground.cells.length - from), columns }));
}

const cellsIn = ({ rows, columns }: GridArea) => rows * columns;

/** Reads the blocks, as many at once as may be, then the rest. */
async function readBlocks(context: Excel.RequestContext, blocks: readonly Block[]): Promise<void> {
  const [first, ...others] = blocks;
  if (first === undefined) return;
  let room = CELLS_PER_REQUEST - cellsIn(first);
  const fitting = others.findIndex((block) => (room -= cellsIn(block)) < 0);
  const now = [first, ...(fitting < 0 ? others : others.slice(0, fitting))];
  await readAtOnce(context, now);
  await readBlocks(context, blocks.slice(now.length));
}

async function readAtOnce(context: Excel.RequestContext, blocks: readonly Block[]): Promise<void> {
  const ranges = blocks.map(({ ground: { sheet }, row, column, rows, columns }) => sheet.getRangeByIndexes(row, column, rows, columns).load("values,formulas,numberFormat,valueTypes"));
  try {
    await context.sync();
    for (const [index, block] of blocks.entries()) fill(block, ranges[index]);
  } catch (error) {
    const halves = halved(blocks);
    if (halves === undefined || toWorkbookError(error, "read").code !== "too-large") throw error;
    for (const range of ranges) range.untrack();
    await readAtOnce(context, halves[0]);
    await readAtOnce(context, halves[1]);
  }
}

/** Half as many blocks, or a block of half as many cells; undefined for a single cell. */
function halved(blocks: readonly Block[]): readonly [readonly Block[], readonly Block[]] | undefined {
  const [only, ...more] = blocks;
  if (only === undefined) return undefined;
  if (more.length > 0) return [blocks.slice(0, blocks.length >> 1), blocks.slice(blocks.length >> 1)];
  if (cellsIn(only) < 2) return undefined;
  if (only.rows > 1) {
    const rows = only.rows >> 1;
    return [[{ ...only, rows }], [{ ...only, row: only.row + rows, rows: only.rows - rows }]];
  }
  const columns = only.columns >> 1;
  return [[{ ...only, columns }], [{ ...only, column: only.column + columns, columns: only.columns - columns }]];
}

function fill({ ground, row, column, rows, columns }: Block, range: Excel.Range | undefined): void {
  const [values, formulas, formats, types] = [rowsOf(range?.values), rowsOf(range?.formulas), rowsOf(range?.numberFormat), rowsOf(range?.valueTypes)];
  for (let down = 0; down < rows; down++) {
    const line = ground.cells[row - ground.top + down];
    if (line === undefined) continue;
    for (let across = 0; across < columns; across++) {
      const value = cellValue(values[down]?.[across]);
      const formula = formulas[down]?.[across];
      const numberFormat = formatCode(formats[down]?.[across]);
      // Of a text that begins with "=" both are the same.
      const isFormula = typeof formula === "string" && formula.startsWith("=") && formula !== value;
      const type = value === "" && !isFormula ? "Empty" : cellType(types[down]?.[across]);
      if (type !== "Empty" || numberFormat !== emptyCell.numberFormat) line[column - ground.left + across] = { value, type, numberFormat, isFormula };
    }
  }
}

/** Rows of a sheet whose merged cells are asked for. */
interface Band {
  readonly ground: Ground;
  readonly row: number;
  readonly rows: number;
}

/** Excel answers with an error where there are more than 512 merged areas: the rows are then asked for half by half. A row that has more by itself has none that we know. */
async function readMerges(context: Excel.RequestContext, bands: readonly Band[]): Promise<void> {
  const [only, ...more] = bands;
  if (only === undefined) return;
  const found = bands.map(({ ground, row, rows }) => {
    const areas = ground.sheet.getRangeByIndexes(row, ground.left, rows, Math.max(1, ground.cells[0]?.length ?? 0)).getMergedAreasOrNullObject();
    areas.load("areas/items/rowIndex,areas/items/columnIndex,areas/items/rowCount,areas/items/columnCount");
    return { ground, areas };
  });
  try {
    await context.sync();
  } catch (error) {
    const told = toWorkbookError(error, "read");
    if (isNotOfSize(told)) throw error;
    const half = bands.length >> 1;
    const rows = only.rows >> 1;
    if (more.length === 0 && rows === 0) return;
    await readMerges(context, more.length > 0 ? bands.slice(0, half) : [{ ...only, rows }]);
    await readMerges(context, more.length > 0 ? bands.slice(half) : [{ ...only, row: only.row + rows, rows: only.rows - rows }]);
    return;
  }
  for (const { ground, areas } of found) {
    if (areas.isNullObject) continue;
    for (const { rowIndex, columnIndex, rowCount, columnCount } of areas.areas.items) {
      ground.merges.set(`${rowIndex},${columnIndex}`, { row: rowIndex, column: columnIndex, rows: rowCount, columns: columnCount });
    }
  }
}

/** Asking for less would not help. */
function isNotOfSize({ code }: WorkbookError): boolean {
  return code !== "host" && code !== "too-large";
}

function gridOf(ground: Ground): SheetGrid {
  const { name, isHidden, top, left, tooMany, cells, merges, used } = ground;
  const rows = cells.map((_, index) => top + index);
  const columns = (cells[0] ?? []).map((_, index) => left + index);
  const areHidden = ground.hiddenRows?.value.map(({ rowHidden }) => rowHidden === true);
  const columnsHidden = ground.hiddenColumns?.value.map(({ columnHidden }) => columnHidden === true);
  const hiddenRows = new Set(rows.filter((_, index) => areHidden?.[index] ?? used.rowHidden));
  const hiddenColumns = new Set(columns.filter((_, index) => columnsHidden?.[index] ?? used.columnHidden));
  const grid = { name, isHidden, top, left, cells, merges: [...merges.values()], hiddenRows, hiddenColumns };
  return tooMany === undefined ? grid : { ...grid, cellsTooMany: tooMany };
}
