import type { Workbook } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { parseRect } from "../cells/address.js";
import { sheetId } from "../ids.js";
import type { OpenWorkbook } from "../openWorkbook.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { Area } from "../subjects.js";

/** The open workbook: the root of every request. */
export const workbook: Behaviour<Workbook> = {
  scalars: {
    /** The file has no name of its own in here. */
    Name: { get: () => "Workbook.xlsx" },
    ReadOnly: { get: (_workbook, host) => host.isReadOnly },
    IsDirty: { get: () => true },
  },
  objects: {
    Worksheets: (target) => ({ kind: "WorksheetCollection", target }),
    Tables: (target) => ({ kind: "TableCollection", target: { sheet: undefined, tables: () => target.sheets.flatMap((sheet) => sheet.tables) } }),
    Names: () => ({ kind: "NamedItemCollection", target: undefined }),
    Settings: (target) => ({ kind: "SettingCollection", target }),
    Application: (target) => ({ kind: "Application", target }),
    Properties: (target) => ({ kind: "DocumentProperties", target }),
    Protection: (target) => ({ kind: "WorkbookProtection", target }),
    _Runtime: (target) => ({ kind: "Runtime", target }),
  },
  objectMethods: {
    GetSelectedRange: (_workbook, _args, host) => ({ kind: "Range", target: host.selected }),
    GetSelectedRanges: (_workbook, _args, host) => ({ kind: "RangeAreas", target: [host.selected] }),
    GetActiveCell: (_workbook, _args, host) => {
      const { sheet, rect } = host.selected;
      return { kind: "Range", target: { sheet, rect: { ...rect, rows: 1, columns: 1 } } };
    },
    /** The cells that an event was about. */
    _GetRangeForEventByReferenceId: (_workbook, args, host) => ({ kind: "Range", target: cellsOfEvent(args.text(0), host) ?? notThere() }),
    _GetRangeOrNullObjectForEventByReferenceId: (_workbook, args, host) => {
      const target = cellsOfEvent(args.text(0), host);
      return target && { kind: "Range", target };
    },
  },
  methods: {
    _GetReferenceCount: (_workbook, _args, host) => host.references.count,
  },
  actions: {
    /** Excel.createWorkbook as the client asks it of Excel on the web: a workbook of its own from base64, an empty one when left out. Throws InvalidArgument for anything else. */
    CreateAndOpenWorkbook: (_workbook, args, host) => host.openCopy(args.textOr(0, undefined)),
    /** Lets go of tracked objects; sent by Excel.run when its batch is over. */
    _RemoveReference: (_workbook, args, host) => host.references.remove(args.text(0)),
    _RemoveAllReferences: (_workbook, _args, host) => host.references.clear(),
  },
};

/** Events name their cells by sheet id and address. Undefined when the sheet has gone. */
function cellsOfEvent(reference: string, { workbook }: OpenWorkbook): Area | undefined {
  const [id, address = ""] = reference.split(" ");
  const sheet = workbook.sheets.find((candidate) => sheetId(candidate) === id);
  const rect = parseRect(address);
  return sheet !== undefined && rect !== undefined ? { sheet, rect } : undefined;
}

function notThere(): never {
  throw new RichApiError("ItemNotFound");
}
