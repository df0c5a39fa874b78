// The ribbon as Excel reads it from an add-in's manifest (OfficeApp, VersionOverrides 1.0): what an administrator installs is what the workbench shows.

/** What pressing does. */
export type RibbonAction =
  | { readonly kind: "showPane" }
  | { readonly kind: "command"; readonly functionName: string };

interface RibbonItem {
  readonly id: string;
  readonly label: string;
  /** The supertip's sentence. */
  readonly tip: string;
  /** Addresses by size in pixels. */
  readonly icons: ReadonlyMap<number, string>;
}

export interface RibbonButton extends RibbonItem {
  readonly kind: "button";
  readonly action: RibbonAction;
}

export interface RibbonMenu extends RibbonItem {
  readonly kind: "menu";
  readonly items: readonly RibbonButton[];
}

export interface RibbonGroup {
  readonly id: string;
  readonly label: string;
  readonly controls: readonly (RibbonButton | RibbonMenu)[];
}

export interface RibbonTab {
  readonly label: string;
  readonly groups: readonly RibbonGroup[];
}

/** The manifest is not one that gives a ribbon. */
export class ManifestError extends Error {
  override readonly name = "ManifestError";
  constructor(why: string) {
    super(`Menyfliken går inte att läsa ur manifest.xml: ${why}. Arbetsboken och panelen fungerar ändå. Kör npm run validate för att se felet.`);
  }
}

/**
 * The custom tab of a manifest in one of its languages; texts without an override are in the manifest's own.
 * @param locale As in the manifest, e.g. "en-US".
 * @throws ManifestError
 */
export function ribbonOf(manifest: string, locale: string): RibbonTab {
  const xml = new DOMParser().parseFromString(manifest, "application/xml");
  if (xml.getElementsByTagName("parsererror").length > 0) throw new ManifestError("filen är inte välformad XML");
  const tab = xml.getElementsByTagNameNS("*", "CustomTab").item(0);
  if (tab === null) throw new ManifestError("elementet CustomTab saknas");
  const resources = resourcesOf(xml, locale);
  return { label: labelOf(tab, resources), groups: children(tab, "Group").map((group) => groupOf(group, resources)) };
}

type Resources = ReadonlyMap<string, string>;

/** Texts and addresses by id. */
function resourcesOf(xml: Document, locale: string): Resources {
  const defined = [...xml.getElementsByTagNameNS("*", "Resources")].flatMap((resources) => [...resources.children]).flatMap((kind) => [...kind.children]);
  return new Map(
    defined.map((resource) => {
      const override = children(resource, "Override").find((each) => each.getAttribute("Locale") === locale);
      return [resource.getAttribute("id") ?? "", override?.getAttribute("Value") ?? resource.getAttribute("DefaultValue") ?? ""];
    }),
  );
}

function groupOf(group: Element, resources: Resources): RibbonGroup {
  return {
    id: idOf(group),
    label: labelOf(group, resources),
    controls: children(group, "Control").map((control) => {
      const type = control.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type");
      if (type === "Button") return buttonOf(control, resources);
      if (type === "Menu") return { kind: "menu", ...itemOf(control, resources), items: children(child(control, "Items"), "Item").map((item) => buttonOf(item, resources)) };
      throw new ManifestError(`kontrollen ${idOf(control)} är varken Button eller Menu`);
    }),
  };
}

function buttonOf(control: Element, resources: Resources): RibbonButton {
  return { kind: "button", ...itemOf(control, resources), action: actionOf(child(control, "Action")) };
}

function actionOf(action: Element): RibbonAction {
  const type = action.getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type");
  if (type === "ShowTaskpane") return { kind: "showPane" };
  if (type === "ExecuteFunction") return { kind: "command", functionName: child(action, "FunctionName").textContent.trim() };
  throw new ManifestError(`åtgärden ${type ?? "utan typ"} är okänd`);
}

function itemOf(control: Element, resources: Resources): RibbonItem {
  return {
    id: idOf(control),
    label: labelOf(control, resources),
    tip: resource(child(child(control, "Supertip"), "Description"), resources),
    icons: new Map(children(child(control, "Icon"), "Image").map((image) => [Number(image.getAttribute("size")), resource(image, resources)])),
  };
}

function labelOf(element: Element, resources: Resources): string {
  return resource(child(element, "Label"), resources);
}

function resource(element: Element, resources: Resources): string {
  const id = element.getAttribute("resid") ?? "";
  const found = resources.get(id);
  if (found === undefined) throw new ManifestError(`resursen ${id} saknas`);
  return found;
}

function idOf(element: Element): string {
  return element.getAttribute("id") ?? "";
}

function child(element: Element, name: string): Element {
  const [found] = children(element, name);
  if (found === undefined) throw new ManifestError(`${element.localName} saknar ${name}`);
  return found;
}

function children(element: Element, name: string): Element[] {
  return [...element.children].filter(({ localName }) => localName === name);
}
