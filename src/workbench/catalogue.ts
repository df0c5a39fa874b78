// The one place where the names of the API meet what they do: every class of Office.js that the embedded Excel knows.
import type { Behaviour } from "./behaviour.js";
import { application, cultureInfo, datetimeFormatInfo, numberFormatInfo, runtime } from "./objects/application.js";
import { autoFilter, filter } from "./objects/autoFilter.js";
import { borderCollection, border } from "./objects/borders.js";
import {
  cellValueConditionalFormat,
  conditionalFormat,
  conditionalFormatCollection,
  conditionalFormatRule,
  conditionalRangeFill,
  conditionalRangeFont,
  conditionalRangeFormat,
  customConditionalFormat,
  textConditionalFormat,
} from "./objects/conditionalFormats.js";
import {
  chartDataLabelFormat, chartDataLabels, chartFill, chartLabelFont, chartLineFormat, chartSeries, chartSeriesCollection, chartSeriesFormat,
} from "./objects/chartSeries.js";
import { chart, chartCollection } from "./objects/charts.js";
import { chartAreaFormat, chartAxes, chartAxis, chartAxisTitle, chartFont, chartGridlines, chartLegend, chartTitle, chartTitleFormat } from "./objects/chartTexts.js";
import { dataValidation } from "./objects/dataValidation.js";
import { formatProtection, rangeFill, rangeFont, rangeFormat } from "./objects/format.js";
import { freezePanes } from "./objects/freezePanes.js";
import { namedItem, namedItemCollection } from "./objects/names.js";
import { headerFooter, headerFooterGroup, pageLayout } from "./objects/pageLayout.js";
import { documentProperties } from "./objects/properties.js";
import { workbookProtection, worksheetProtection } from "./objects/protection.js";
import { range } from "./objects/range.js";
import { rangeAreas, rangeCollection } from "./objects/rangeAreas.js";
import { rangeView, rangeViewCollection } from "./objects/rangeView.js";
import { setting, settingCollection } from "./objects/settings.js";
import { rangeSort, tableSort } from "./objects/sort.js";
import { table, tableCollection, tableScopedCollection } from "./objects/table.js";
import { tableColumn, tableColumnCollection } from "./objects/tableColumns.js";
import { tableRow, tableRowCollection } from "./objects/tableRows.js";
import { workbook } from "./objects/workbook.js";
import { worksheet, worksheetCollection } from "./objects/worksheet.js";
import type { OpenWorkbook } from "./openWorkbook.js";
import type { Arguments } from "./richApi/arguments.js";
import type { Json } from "./richApi/response.js";
import type { Handle, HostObject, Kind, Subjects } from "./subjects.js";

const BEHAVIOURS: { readonly [K in Kind]: Behaviour<Subjects[K]> } = {
  Application: application,
  AutoFilter: autoFilter,
  CellValueConditionalFormat: cellValueConditionalFormat,
  Chart: chart,
  ChartAreaFormat: chartAreaFormat,
  ChartAxes: chartAxes,
  ChartAxis: chartAxis,
  ChartAxisTitle: chartAxisTitle,
  ChartCollection: chartCollection,
  ChartDataLabelFormat: chartDataLabelFormat,
  ChartDataLabels: chartDataLabels,
  ChartFill: chartFill,
  ChartFont: chartFont,
  ChartGridlines: chartGridlines,
  ChartLabelFont: chartLabelFont,
  ChartLegend: chartLegend,
  ChartLineFormat: chartLineFormat,
  ChartSeries: chartSeries,
  ChartSeriesCollection: chartSeriesCollection,
  ChartSeriesFormat: chartSeriesFormat,
  ChartTitle: chartTitle,
  ChartTitleFormat: chartTitleFormat,
  ConditionalFormat: conditionalFormat,
  ConditionalFormatCollection: conditionalFormatCollection,
  ConditionalFormatRule: conditionalFormatRule,
  ConditionalRangeFill: conditionalRangeFill,
  ConditionalRangeFont: conditionalRangeFont,
  ConditionalRangeFormat: conditionalRangeFormat,
  CultureInfo: cultureInfo,
  CustomConditionalFormat: customConditionalFormat,
  DataValidation: dataValidation,
  DatetimeFormatInfo: datetimeFormatInfo,
  DocumentProperties: documentProperties,
  Filter: filter,
  FormatProtection: formatProtection,
  HeaderFooter: headerFooter,
  HeaderFooterGroup: headerFooterGroup,
  NamedItem: namedItem,
  NamedItemCollection: namedItemCollection,
  NumberFormatInfo: numberFormatInfo,
  PageLayout: pageLayout,
  Range: range,
  RangeAreas: rangeAreas,
  RangeBorder: border,
  RangeBorderCollection: borderCollection,
  RangeCollection: rangeCollection,
  RangeFill: rangeFill,
  RangeFont: rangeFont,
  RangeFormat: rangeFormat,
  RangeSort: rangeSort,
  RangeView: rangeView,
  RangeViewCollection: rangeViewCollection,
  Runtime: runtime,
  Setting: setting,
  SettingCollection: settingCollection,
  Table: table,
  TableCollection: tableCollection,
  TableColumn: tableColumn,
  TableColumnCollection: tableColumnCollection,
  TableRow: tableRow,
  TableRowCollection: tableRowCollection,
  TableScopedCollection: tableScopedCollection,
  TableSort: tableSort,
  TextConditionalFormat: textConditionalFormat,
  Workbook: workbook,
  WorkbookProtection: workbookProtection,
  Worksheet: worksheet,
  WorksheetCollection: worksheetCollection,
  WorksheetFreezePanes: freezePanes,
  WorksheetProtection: worksheetProtection,
};

/** What one object can do, with the object filled in. Each reader gives undefined for a name that is not implemented. */
export interface Capabilities {
  readonly id: { readonly name: "Id" | "_Id"; readonly value: string | number } | undefined;
  readonly isTracked: boolean;
  readonly isCollection: boolean;
  /** Names of the plain properties that a load without names gives. */
  loadedByDefault(): readonly string[];
  isScalar(name: string): boolean;
  reader(name: string): (() => Json) | undefined;
  writer(name: string): ((value: unknown) => void) | undefined;
  property(name: string): (() => HostObject | undefined) | undefined;
  objectMethod(name: string): ((args: Arguments) => HostObject | undefined) | undefined;
  method(name: string): ((args: Arguments) => Json) | undefined;
  action(name: string): ((args: Arguments) => void) | undefined;
  items(): readonly HostObject[];
  /** getItem of a collection. */
  indexer(): ((key: unknown) => HostObject) | undefined;
}

export function capabilitiesOf(object: HostObject, host: OpenWorkbook): Capabilities {
  return capabilities(object, host);
}

function capabilities<K extends Kind>({ kind, target }: Handle<K>, host: OpenWorkbook): Capabilities {
  const behaviour: Behaviour<Subjects[K]> = BEHAVIOURS[kind];
  const own = <V>(record: Readonly<Record<string, V>> | undefined, name: string): V | undefined =>
    record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
  return {
    id: behaviour.id === undefined ? undefined : { name: behaviour.id.name, value: behaviour.id.of(target) },
    isTracked: behaviour.isTracked === true,
    isCollection: behaviour.items !== undefined,
    loadedByDefault: () =>
      Object.entries(behaviour.scalars ?? {}).flatMap(([name, property]) => (property.get === undefined || property.onlyByName ? [] : [name])),
    isScalar: (name) => own(behaviour.scalars, name) !== undefined,
    reader: (name) => {
      const get = own(behaviour.scalars, name)?.get;
      return get && (() => get(target, host));
    },
    writer: (name) => {
      const set = own(behaviour.scalars, name)?.set;
      return set && ((value) => set(target, value, host));
    },
    property: (name) => {
      const get = own(behaviour.objects, name);
      return get && (() => get(target, host));
    },
    objectMethod: (name) => {
      const method = own(behaviour.objectMethods, name);
      return method && ((args) => method(target, args, host));
    },
    method: (name) => {
      const method = own(behaviour.methods, name);
      return method && ((args) => method(target, args, host));
    },
    action: (name) => {
      const action = own(behaviour.actions, name);
      return action && ((args) => action(target, args, host));
    },
    items: () => behaviour.items?.(target, host) ?? [],
    indexer: () => {
      const { item } = behaviour;
      return item && ((key) => item(target, key, host));
    },
  };
}
