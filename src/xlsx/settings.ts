/**
 * Settings an add-in keeps with the document, where Excel keeps them: as `we:property` elements, each value as JSON,
 * of the web extension part ([MS-OWEXML] 2.2.8) that the package's task pane part points at. Excel writes these back when it saves.
 * A workbook may hold parts of several add-ins; settings are read from and written to one that is ours by its reference id.
 */
import { XlsxError } from "./errors.js";
import { officeRelationships, xmlDeclaration } from "./package.js";
import type { OpcPackage } from "./package.js";
import type { XmlElement } from "./xml.js";

const webExtensionNamespace = "http://schemas.microsoft.com/office/webextensions/webextension/2010/11";
const taskPanesNamespace = "http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11";
const webExtensionRelationship = "http://schemas.microsoft.com/office/2011/relationships/webextension";
const taskPanesRelationship = "http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes";
/** The add-in's id in manifest.xml; what tells its part from other add-ins'. */
const addInId = "59b9a28b-e2dc-424c-9924-8d8fe2693552";
const partOrder = ["reference", "alternateReferences", "properties", "bindings", "snapshot", "extLst"];

export function readSettings(opened: OpcPackage): Map<string, unknown> {
  const settings = new Map<string, unknown>();
  const name = settingsPart(opened);
  if (name === undefined) return settings;
  for (const property of opened.root(name).element("properties")?.elements("property") ?? []) {
    const key = property.attribute("name");
    const value = property.attribute("value");
    if (key !== undefined && value !== undefined) settings.set(key, parseJson(value));
  }
  return settings;
}

/** Writes the settings when they differ from those in the file. Throws `setting` for a value JSON cannot hold. */
export function writeSettings(opened: OpcPackage, settings: ReadonlyMap<string, unknown>): void {
  const wanted = [...settings].map(([key, value]): [string, string] => {
    const json = toJson(key, value);
    return [key, json];
  });
  const present = [...readSettings(opened)].map(([key, value]): [string, string] => [key, toJson(key, value)]);
  if (JSON.stringify(wanted) === JSON.stringify(present)) return;
  const name = settingsPart(opened) ?? createPart(opened);
  const properties = opened.root(name).ensure("properties", partOrder);
  properties.children = wanted.map(([key, value]) => properties.make("property", { name: key, value }));
  opened.touch(name);
}

function settingsPart(opened: OpcPackage): string | undefined {
  const panes = opened.related("", "webextensiontaskpanes");
  if (panes === undefined) return undefined;
  return opened
    .relationships(panes)
    .filter((relationship) => relationship.type.endsWith("/webextension") && opened.has(relationship.target))
    .map((relationship) => relationship.target)
    .find((target) => isOurs(opened.root(target)));
}

function isOurs(root: XmlElement): boolean {
  return root.element("reference")?.attribute("id")?.toLowerCase() === addInId;
}

function createPart(opened: OpcPackage): string {
  let panes = opened.related("", "webextensiontaskpanes");
  if (panes === undefined) {
    panes = "xl/webextensions/taskpanes.xml";
    opened.addPart(panes, "application/vnd.ms-office.webextensiontaskpanes+xml", `${xmlDeclaration}<wetp:taskpanes xmlns:wetp="${taskPanesNamespace}"></wetp:taskpanes>`);
    opened.relate("", taskPanesRelationship, panes);
  }
  const name = opened.freeName((n) => `xl/webextensions/webextension${n}.xml`);
  opened.addPart(
    name,
    "application/vnd.ms-office.webextension+xml",
    `${xmlDeclaration}<we:webextension xmlns:we="${webExtensionNamespace}" id="{${addInId}}"><we:reference id="${addInId}" version="1.0.0.0" store="developer" storeType="Registry"/><we:alternateReferences/><we:properties/><we:bindings/><we:snapshot xmlns:r="${officeRelationships}"/></we:webextension>`,
  );
  const id = opened.relate(panes, webExtensionRelationship, name);
  const root = opened.root(panes);
  // Not shown by itself: the user opens the pane from the ribbon.
  const pane = root.append(root.make("taskpane", { dockstate: "right", visibility: 0, width: 350, row: root.elements("taskpane").length }));
  pane.append(pane.make("webextensionref", { "xmlns:r": officeRelationships, "r:id": id }));
  opened.touch(panes);
  return name;
}

function toJson(key: string, value: unknown): string {
  try {
    const json: unknown = JSON.stringify(value);
    if (typeof json === "string") return json;
  } catch {
    // A value that refers to itself; refused below like any other that JSON cannot hold.
  }
  throw new XlsxError("setting", key);
}

/** Other writers have left bare text; it is then the value. */
function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}
