// What must be true of manifest.xml that no schema can say, and that Office tells nobody until the add-in fails to load.
import { parseXml, type XmlElement } from "../src/xlsx/xml.js";

/** What the manifest is checked against. */
export interface ManifestFacts {
  /** The package's version, e.g. "0.2.0". */
  readonly version: string;
  /** Where the add-in's pages are, ending with a slash. */
  readonly address: string;
  /** Whether the site has a file, by its path below the address. */
  readonly hasFile: (path: string) => boolean;
  /** Width and height of an image of the site; undefined when it is no PNG file. */
  readonly imageSize: (path: string) => readonly [number, number] | undefined;
  /** FunctionNames that the code answers to. */
  readonly commands: readonly string[];
  /** The requirement sets that the code asks for when it starts, by name. */
  readonly requirementSets: Readonly<Record<string, string>>;
}

/** Office refuses longer texts and resource ids: https://learn.microsoft.com/javascript/api/manifest/resources */
const LONGEST = { ShortStrings: 125, LongStrings: 250, resid: 32 } as const;
const MOST_RIGHTS = "ReadWriteDocument";

/** Everything wrong with a manifest, a sentence each; none when all is well. */
export function manifestProblems(text: string, facts: ManifestFacts): string[] {
  const manifest = parseXml(text).root;
  return [...identity(manifest, facts), ...needs(manifest, facts), ...resources(manifest), ...languages(manifest), ...commands(manifest, facts), ...runtime(manifest), ...site(text, manifest, facts)];
}

function identity(manifest: XmlElement, { version }: ManifestFacts): string[] {
  const told = textOf(manifest, "Version");
  return [
    ...(told === `${version}.0` ? [] : [`Version is ${told}, but the package's is ${version}: write ${version}.0.`]),
    ...(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(textOf(manifest, "Id")) ? [] : ["Id is not a GUID."]),
    ...(textOf(manifest, "DefaultLocale") === "sv-SE" ? [] : ["DefaultLocale is not sv-SE."]),
  ];
}

function needs(manifest: XmlElement, { requirementSets }: ManifestFacts): string[] {
  const asked = Object.fromEntries(all(manifest, "Set").map((set) => [set.attribute("Name") ?? "", set.attribute("MinVersion") ?? ""]));
  const names = [...new Set([...Object.keys(asked), ...Object.keys(requirementSets)])];
  const rights = textOf(manifest, "Permissions");
  return [
    ...names.flatMap((name) => (asked[name] === requirementSets[name] ? [] : [`Requirement set ${name}: the manifest asks for ${asked[name] ?? "none"}, the code needs ${requirementSets[name] ?? "none"}.`])),
    ...(rights === MOST_RIGHTS ? [] : [`Permissions is ${rights}; the add-in needs ${MOST_RIGHTS} and no more.`]),
    ...all(manifest, "Host").flatMap((host) => ((host.attribute("Name") ?? host.attribute("xsi:type")) === "Workbook" ? [] : ["A Host is not Workbook."])),
  ];
}

/** Resources by id: the elements under Resources that have one. */
function resourceElements(manifest: XmlElement): XmlElement[] {
  return all(manifest, "Resources").flatMap((element) => element.elements().flatMap((group) => group.elements()));
}

function resources(manifest: XmlElement): string[] {
  const named = new Set(everything(manifest).flatMap((element) => element.attribute("resid") ?? []));
  const ids = resourceElements(manifest).map((element) => element.attribute("id") ?? "");
  const existing = new Set(ids);
  const controlIds = ["CustomTab", "Group", "Control", "Item"].flatMap((name) => all(manifest, name)).map((element) => element.attribute("id") ?? "");
  return [
    ...[...named].filter((id) => !existing.has(id)).map((id) => `The resource ${id} is named but does not exist.`),
    ...[...existing].filter((id) => !named.has(id)).map((id) => `The resource ${id} is not named anywhere.`),
    ...twice(ids).map((id) => `The resource ${id} stands twice.`),
    ...twice(controlIds).map((id) => `The control id ${id} stands twice.`),
    ...ids.filter((id) => id.length > LONGEST.resid).map((id) => `The resource id ${id} is longer than ${LONGEST.resid} characters.`),
    ...(["ShortStrings", "LongStrings"] as const).flatMap((group) => all(manifest, group).flatMap(everything).flatMap((string) => {
      const text = string.attribute("DefaultValue") ?? string.attribute("Value");
      return text === undefined || (text !== "" && text.length <= LONGEST[group]) ? [] : [`A text of ${group} is empty or longer than ${LONGEST[group]} characters: ${text}`];
    })),
  ];
}

function languages(manifest: XmlElement): string[] {
  const texts = ["Description", "DisplayName", "String"].flatMap((name) => all(manifest, name)).filter((element) => element.attribute("DefaultValue") !== undefined);
  return texts.flatMap((element) => {
    const text = element.attribute("DefaultValue") ?? "";
    const english = element.elements().some((child) => child.localName === "Override" && child.attribute("Locale") === "en-US");
    return english || text === "Måltavla" ? [] : [`No English text (en-US) for: ${text}`];
  });
}

function commands(manifest: XmlElement, facts: ManifestFacts): string[] {
  const named = all(manifest, "FunctionName").map((element) => element.text);
  return [
    ...named.filter((name) => !facts.commands.includes(name)).map((name) => `The command ${name} is named but nothing answers to it.`),
    ...facts.commands.filter((name) => !named.includes(name)).map((name) => `The command ${name} has no button.`),
    ...all(manifest, "Supertip").flatMap((tip) => (tip.elements().length === 2 ? [] : ["A Supertip lacks its title or its description."])),
    ...["Control", "Item"].flatMap((name) => all(manifest, name)).flatMap((control) => (control.elements().some(({ localName }) => localName === "Supertip") ? [] : [`${control.attribute("id") ?? "A control"} has no Supertip.`])),
    // Two words are what the ribbon shows without cutting.
    ...resourceElements(manifest).filter((element) => (element.attribute("id") ?? "").endsWith(".Label")).map((element) => element.attribute("DefaultValue") ?? "").filter((label) => label.split(" ").length > 2).map((label) => `The label ${label} has more than two words.`),
  ];
}

/** Office runs pane and commands in one runtime only when all three name the same page, with the same resid. */
function runtime(manifest: XmlElement): string[] {
  const pages = [...all(manifest, "Runtime"), ...all(manifest, "FunctionFile"), ...all(manifest, "Action").flatMap((action) => all(action, "SourceLocation"))].map((element) => element.attribute("resid") ?? "");
  const long = all(manifest, "Runtime").every((element) => element.attribute("lifetime") === "long");
  return new Set(pages).size === 1 && pages.length === 3 && long ? [] : [`Runtime (lifetime long), FunctionFile and the pane's SourceLocation must name one page; they name ${pages.join(", ")}.`];
}

function site(text: string, manifest: XmlElement, { address, hasFile, imageSize }: ManifestFacts): string[] {
  const addresses = [...text.matchAll(/"(https?:\/\/[^"]*)"/gu)].map((match) => match[1] ?? "").filter((url) => !/^http:\/\/(schemas\.microsoft\.com|www\.w3\.org)\//u.test(url));
  const images = new Map(resourceElements(manifest).map((element) => [element.attribute("id"), element.attribute("DefaultValue") ?? ""]));
  const iconSize = (element: string) => ({ IconUrl: 32, HighResolutionIconUrl: 64 })[element] ?? 0;
  const icons = [
    ...["IconUrl", "HighResolutionIconUrl"].map((name) => ({ url: all(manifest, name)[0]?.attribute("DefaultValue") ?? "", size: iconSize(name) })),
    ...all(manifest, "Image").filter((image) => image.attribute("size") !== undefined).map((image) => ({ url: images.get(image.attribute("resid")) ?? "", size: Number(image.attribute("size")) })),
  ];
  return [
    ...addresses.filter((url) => !url.startsWith(address)).map((url) => `${url} is not at ${address}.`),
    ...[...new Set(addresses)].filter((url) => url.startsWith(address) && !hasFile(url.slice(address.length))).map((url) => `${url} is not made.`),
    ...icons.flatMap(({ url, size }) => {
      const [width, height] = imageSize(url.slice(address.length)) ?? [];
      return width === size && height === size ? [] : [`${url} should be a PNG of ${size} × ${size} pixels.`];
    }),
    ...all(manifest, "Icon").flatMap((icon) => {
      const asked = icon.elements().map((image) => image.attribute("size"));
      return ["16", "32", "80"].every((size) => asked.includes(size)) ? [] : ["An Icon lacks one of the sizes 16, 32 and 80."];
    }),
  ];
}

/** The element and everything below it. */
function everything(element: XmlElement): XmlElement[] {
  return [element, ...element.elements().flatMap(everything)];
}

function all(element: XmlElement, name: string): XmlElement[] {
  return everything(element).filter(({ localName }) => localName === name);
}

function textOf(element: XmlElement, name: string): string {
  return all(element, name)[0]?.text ?? "";
}

function twice(words: readonly string[]): string[] {
  return [...new Set(words.filter((word, index) => words.indexOf(word) !== index))];
}
