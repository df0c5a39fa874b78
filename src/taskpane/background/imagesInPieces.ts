import type { TableImage } from "../../registers/tableImage.js";
import type { ReadRequest, WorkbookImage, WorkbookPort } from "../../usecases/port.js";

/** Rows of a table that one message holds: copying more would be felt in the pane. */
const ROWS = 2_000;

/** What is read, without its tables: each follows by itself. */
export interface ImageHead {
  readonly ticket: number;
  readonly image: Omit<WorkbookImage, "tables">;
  readonly tables: readonly { readonly name: string; readonly head: TableHead; readonly pieces: number }[];
}

type TableHead = Omit<TableImage, "values" | "numberFormats" | "types">;
type TablePiece = Pick<TableImage, "values" | "numberFormats" | "types">;

/** The workbook as it is asked for over a line: an image's tables are fetched piece by piece, so that no message takes long to make. */
export interface PortInPieces extends Omit<WorkbookPort, "read"> {
  readHead(request: ReadRequest): Promise<ImageHead>;
  /** Each piece once, in any order; the last one lets go of the image. */
  takePiece(ticket: number, table: number, piece: number): Promise<TablePiece>;
}

export function inPieces({ read, ...others }: WorkbookPort): PortInPieces {
  const images = new Map<number, { readonly tables: readonly TableImage[]; left: number }>();
  let last = 0;
  return {
    ...others,
    readHead: async (request) => {
      const { tables, ...image } = await read(request);
      const ticket = ++last;
      const heads = [...tables].map(([name, { values, numberFormats: _formats, types: _types, ...head }]) => ({ name, head, pieces: Math.ceil(values.length / ROWS) }));
      const left = heads.reduce((sum, { pieces }) => sum + pieces, 0);
      if (left > 0) images.set(ticket, { tables: [...tables.values()], left });
      return { ticket, image, tables: heads };
    },
    takePiece: (ticket, table, piece) => {
      const held = images.get(ticket);
      const image = held?.tables[table];
      if (held === undefined || image === undefined) throw new Error(`There is no table ${table} of reading ${ticket}.`);
      held.left -= 1;
      if (held.left === 0) images.delete(ticket);
      const rows = [piece * ROWS, (piece + 1) * ROWS] as const;
      return Promise.resolve({ values: image.values.slice(...rows), numberFormats: image.numberFormats.slice(...rows), types: image.types.slice(...rows) });
    },
  };
}

/** The port again, at the other end of the line. */
export function whole(port: PortInPieces): WorkbookPort {
  return {
    ...port,
    read: async (request) => {
      const { ticket, image, tables } = await port.readHead(request);
      const all = new Map<string, TableImage>();
      for (const [index, { name, head, pieces }] of tables.entries()) {
        const parts: TablePiece[] = [];
        for (let piece = 0; piece < pieces; piece += 1) parts.push(await port.takePiece(ticket, index, piece));
        all.set(name, {
          ...head, values: parts.flatMap(({ values }) => values), numberFormats: parts.flatMap(({ numberFormats }) => numberFormats), types: parts.flatMap(({ types }) => types),
        });
      }
      return { ...image, tables: all };
    },
  };
}
