// Requires ExcelApi 1.2 (getResizedRange).
import { cellMatrix } from "./cellMatrix.js";
import { tooLargeToRead, toWorkbookError } from "./hostError.js";
import { jsonBytes, MOST_BYTES } from "./jsonBytes.js";
import { mapInTurns } from "./turns.js";

type CellProperty = "values" | "formulas" | "numberFormat" | "valueTypes";

/** Cells that somebody wants to know something of. */
export interface WantedCells {
  /** The same another time for the same cells: how large they were is remembered by it. */
  readonly key: string;
  /** Asked for anew each time. Of a table or sheet that is not there it is a null object. */
  readonly range: () => Excel.Range;
  readonly properties: readonly CellProperty[];
}

/** How large cells were when they were last read, by key. */
export type KnownSizes = Map<string, { readonly rows: number; readonly bytes: number }>;

/** Rows and columns of wanted cells that come in one answer; 0-based within them. */
interface Block {
  readonly piece: Piece;
  readonly row: number;
  readonly rows: number;
  readonly column: number;
  readonly columns: number;
}

/** Wanted cells while they are being read. */
export interface Piece {
  readonly wanted: WantedCells;
  /** Matrices of what was wanted; the others are empty. */
  readonly read: Record<CellProperty, unknown[][]>;
  /** Rows asked for along with their size; Infinity for all. */
  readonly first: number;
  readonly firstRange: Excel.Range | undefined;
  /** Blocks read, each by itself. */
  readonly blocks: Block[];
}

/** Well below what an answer may be, since what is not read yet can only be guessed from what is. */
const BYTES_AN_ANSWER = MOST_BYTES - 0.2 * 2 ** 20;
/** Of a cell nobody has read yet: its value, its format and its type. */
const BYTES_A_CELL = 40;
/** Rows of a table that are weighed, so as to know what it weighs. */
const WEIGHED_ROWS = 200;

/** Rows of each to be asked for before their sizes are known: all, unless they were too large together the last time; then as many as go into an answer. */
export function firstRows(wanted: readonly WantedCells[], sizes: KnownSizes): readonly number[] {
  const bytes = wanted.map(({ key }) => sizes.get(key)?.bytes ?? 0);
  if (bytes.reduce((sum, each) => sum + each, 0) <= BYTES_AN_ANSWER) return wanted.map(() => Infinity);
  const first = wanted.map(() => 0);
  let room = BYTES_AN_ANSWER;
  for (const index of [...wanted.keys()].sort((a, b) => (bytes[a] ?? 0) - (bytes[b] ?? 0))) {
    const known = sizes.get(wanted[index]?.key ?? "") ?? { rows: 0, bytes: 0 };
    first[index] = known.bytes <= room ? Infinity : Math.floor((room / known.bytes) * known.rows);
    room = Math.max(0, room - known.bytes);
  }
  return first;
}

/** Puts the first rows of wanted cells into the next request. */
export function queuePiece(wanted: WantedCells, first: number): Piece {
  const range = first === 0 ? undefined : first === Infinity ? wanted.range() : wanted.range().getRow(0).getResizedRange(first - 1, 0);
  const read = { values: [], formulas: [], numberFormat: [], valueTypes: [] };
  return { wanted, read, first, firstRange: range?.load(wanted.properties.join(",")), blocks: [] };
}

/** How many rows and columns there are of a piece. */
export interface PieceSize {
  readonly piece: Piece;
  readonly rows: number;
  readonly columns: number;
}

/**
 * Takes what the first request gave, and reads the rest in as many requests as it takes. False where somebody has changed rows between two of them: what was read is
 * then worth nothing.
 * @throws WorkbookError `too-large` when Excel does not hand over a single cell
 */
export async function readRest(context: Excel.RequestContext, sizes: readonly PieceSize[], known: KnownSizes): Promise<boolean> {
  const rest = (await mapInTurns(sizes, (size) => ({ size, from: takeFirst(size) }))).filter(({ size, from }) => from < size.rows);
  const toCheck = rest.map(({ size }) => size).filter(({ rows }) => rows > 1);
  const isUnchanged = rest.length === 0 || (await readInTurn(context, rest, toCheck, known));
  await mapInTurns(sizes, ({ piece, rows }) => known.set(piece.wanted.key, { rows, bytes: weightOf(piece) }));
  return isUnchanged;
}

/** Gives how many rows came. Excel gives null for a range that is too large to hand over. */
function takeFirst({ piece, rows, columns }: PieceSize): number {
  const { firstRange, wanted, first } = piece;
  if (firstRange === undefined || rows === 0) return 0;
  const matrices = wanted.properties.map((property) => cellMatrix(firstRange[property]));
  if (matrices.includes(undefined)) return 0;
  const taken = Math.min(rows, first);
  fill({ piece, row: 0, rows: taken, column: 0, columns }, firstRange);
  return taken;
}

/** Rows that are left to read. */
interface Rest {
  readonly size: PieceSize;
  readonly from: number;
}

async function readInTurn(context: Excel.RequestContext, rest: readonly Rest[], toCheck: readonly PieceSize[], known: KnownSizes): Promise<boolean> {
  let room = BYTES_AN_ANSWER;
  const now: Block[] = [];
  const later = rest.flatMap(({ size: { piece, rows, columns }, from }) => {
    const bytes = bytesPerRow(piece, columns, known);
    const fitting = Math.min(rows - from, Math.floor(room / bytes));
    const height = fitting === 0 && now.length === 0 ? 1 : fitting;
    room -= height * bytes;
    if (height > 0) now.push({ piece, row: from, rows: height, column: 0, columns });
    return from + height < rows ? [{ size: { piece, rows, columns }, from: from + height }] : [];
  });
  const isUnchanged = await readAtOnce(context, now, later.length === 0 ? toCheck : []);
  return later.length === 0 ? isUnchanged : readInTurn(context, later, toCheck, known);
}

/** By its rows that have been read, now or another time. */
function bytesPerRow(piece: Piece, columns: number, known: KnownSizes): number {
  const before = known.get(piece.wanted.key);
  const rows = piece.read.values.length;
  if (rows > 0) return Math.max(1, weightOf(piece) / rows);
  return Math.max(1, before === undefined || before.rows === 0 ? columns * BYTES_A_CELL : before.bytes / before.rows);
}

async function readAtOnce(context: Excel.RequestContext, blocks: readonly Block[], toCheck: readonly PieceSize[]): Promise<boolean> {
  const asked = blocks.map((block) => ({ block, range: rangeOf(block).load(block.piece.wanted.properties.join(",")) }));
  const checks = toCheck.map((size) => queueCheck(size, asked.filter(({ block }) => block.piece === size.piece).map(({ block }) => block)));
  const isThere = () => asked.every(({ block, range }) => block.piece.wanted.properties.every((property) => cellMatrix(range[property]) !== undefined));
  if ((await isGiven(context)) && isThere()) {
    for (const { block, range } of asked) fill(block, range);
    return checks.every(isSame);
  }
  const [half, otherHalf] = halved(blocks);
  await readAtOnce(context, half, []);
  return readAtOnce(context, otherHalf, toCheck);
}

/** One request; false where Excel says that its answer would be too large. */
export async function isGiven(context: Excel.RequestContext): Promise<boolean> {
  try {
    await context.sync();
    return true;
  } catch (error) {
    if (toWorkbookError(error, "read").code !== "too-large") throw error;
    return false;
  }
}

/** Half of the blocks, or of the only one's rows, or columns. */
function halved(blocks: readonly Block[]): readonly [readonly Block[], readonly Block[]] {
  const [only, ...more] = blocks;
  if (only === undefined || (more.length === 0 && only.rows * only.columns < 2)) throw tooLargeToRead();
  if (more.length > 0) return [blocks.slice(0, blocks.length >> 1), blocks.slice(blocks.length >> 1)];
  const [rows, columns] = [only.rows >> 1, only.columns >> 1];
  if (rows > 0) return [[{ ...only, rows }], [{ ...only, row: only.row + rows, rows: only.rows - rows }]];
  return [[{ ...only, columns }], [{ ...only, column: only.column + columns, columns: only.columns - columns }]];
}

function rangeOf({ piece, row, rows, column, columns }: Block): Excel.Range {
  return piece.wanted.range().getCell(row, column).getResizedRange(rows - 1, columns - 1);
}

function fill(block: Block, range: Excel.Range): void {
  const { piece, row, rows } = block;
  for (const property of piece.wanted.properties) {
    const found = cellMatrix(range[property]) ?? [];
    for (let index = 0; index < rows; index += 1) {
      const before = piece.read[property][row + index];
      piece.read[property][row + index] = block.column === 0 || before === undefined ? (found[index] ?? []) : [...before, ...(found[index] ?? [])];
    }
  }
  piece.blocks.push(block);
}

interface Check {
  readonly size: PieceSize;
  readonly range: Excel.Range;
  readonly edges: readonly { readonly row: number; readonly range: Excel.Range }[];
}

/**
 * Between two answers rows may be added, removed or sorted. Where they have moved over the edge of a block, so that one would be missing or stand twice, that edge says
 * something else than it did. What is read in this very request cannot have.
 */
function queueCheck(size: PieceSize, now: readonly Block[]): Check {
  const range = size.piece.wanted.range().load("rowCount,columnCount");
  const earlier = size.piece.blocks.filter((block) => !now.includes(block));
  const rows = new Set(earlier.flatMap(({ row, rows: height }) => [row, row + height - 1]));
  return { size, range, edges: [...rows].map((row) => ({ row, range: range.getRow(row).load("values") })) };
}

function isSame({ size, range, edges }: Check): boolean {
  if (range.isNullObject || range.rowCount !== size.rows || range.columnCount !== size.columns) return false;
  return edges.every(({ row, range: edge }) => JSON.stringify(cellMatrix(edge.values)?.[0]) === JSON.stringify(size.piece.read.values[row]));
}

/** Bytes of what was read, from some of its rows. */
function weightOf({ wanted, read }: Piece): number {
  const { length } = read.values;
  const step = Math.max(1, length / WEIGHED_ROWS);
  let [bytes, weighed] = [0, 0];
  for (let at = 0; at < length; at += step) {
    for (const property of wanted.properties) bytes += jsonBytes(read[property][Math.floor(at)]) + 1;
    weighed += 1;
  }
  return weighed === 0 ? 0 : (bytes / weighed) * length;
}
