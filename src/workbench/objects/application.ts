import type { Workbook } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { asFlag, asOneOf } from "../cells/propertyValues.js";
import type { OpenWorkbook } from "../openWorkbook.js";

const CALCULATION_MODES: Readonly<Record<string, OpenWorkbook["calculationMode"]>> = {
  Automatic: "Automatic", AutomaticExceptTables: "AutomaticExceptTables", Manual: "Manual",
};

export const application: Behaviour<Workbook> = {
  scalars: {
    CalculationMode: {
      get: (_workbook, host) => host.calculationMode,
      set: (_workbook, value, host) => {
        host.calculationMode = asOneOf(value, CALCULATION_MODES);
      },
    },
    CalculationState: { get: () => "Done" },
    /** As the user's culture has it, unless Excel's own setting says otherwise. */
    DecimalSeparator: { get: (_workbook, host) => host.culture.decimalSeparator },
    ThousandsSeparator: { get: (_workbook, host) => host.culture.groupSeparator },
    UseSystemSeparators: { get: () => true },
  },
  objects: { CultureInfo: (target) => ({ kind: "CultureInfo", target }) },
  actions: {
    /** "Recalculate", "Full" or "FullRebuild": all the same here. */
    Calculate: (_workbook, _args, host) => host.calculateNow(),
    /** Only a matter of speed and of what the user sees meanwhile: results are the same. */
    SuspendApiCalculationUntilNextSync: () => {},
    SuspendScreenUpdatingUntilNextSync: () => {},
  },
};

export const cultureInfo: Behaviour<Workbook> = {
  scalars: { Name: { get: (_workbook, host) => host.culture.name } },
  objects: {
    NumberFormat: (target) => ({ kind: "NumberFormatInfo", target }),
    DatetimeFormat: (target) => ({ kind: "DatetimeFormatInfo", target }),
  },
};

export const numberFormatInfo: Behaviour<Workbook> = {
  scalars: {
    NumberDecimalSeparator: { get: (_workbook, host) => host.culture.decimalSeparator },
    NumberGroupSeparator: { get: (_workbook, host) => host.culture.groupSeparator },
  },
};

export const datetimeFormatInfo: Behaviour<Workbook> = {
  scalars: {
    DateSeparator: { get: (_workbook, host) => host.culture.dateSeparator },
    TimeSeparator: { get: (_workbook, host) => host.culture.timeSeparator },
    ShortDatePattern: { get: (_workbook, host) => host.culture.shortDatePattern },
    LongDatePattern: { get: (_workbook, host) => host.culture.longDatePattern },
    LongTimePattern: { get: (_workbook, host) => host.culture.longTimePattern },
  },
};

/** What concerns the add-in rather than the workbook. */
export const runtime: Behaviour<Workbook> = {
  scalars: {
    /** Whether the add-in's handlers are told of what happens. */
    EnableEvents: {
      get: (_workbook, host) => host.events.isOn,
      set: (_workbook, value, host) => {
        host.events.isOn = asFlag(value);
      },
    },
  },
};
