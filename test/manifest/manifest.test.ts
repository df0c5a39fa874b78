/** @jest-environment jsdom */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "../..");
const DEVELOPMENT_URL = "https://localhost:3000/";
const text = readFileSync(join(root, "manifest.xml"), "utf8");
const manifest = new DOMParser().parseFromString(text, "application/xml");

/** Every element with this name, whatever its namespace. */
const all = (name: string): Element[] => [...manifest.getElementsByTagNameNS("*", name)];
const attributes = (name: string): string[] => [...manifest.getElementsByTagName("*")].flatMap((element) => element.getAttribute(name) ?? []);
const resources = (): Element[] => all("Resources").flatMap((element) => [...element.children].flatMap((group) => [...group.children]));

/** Width and height of a PNG file, from its header. */
function pngSize(path: string): readonly [number, number] {
  const bytes = readFileSync(path);
  expect(bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
}

test("it is well-formed XML", () => {
  expect(all("parsererror")).toEqual([]);
  expect(manifest.documentElement.localName).toBe("OfficeApp");
});

test("its version is the package's", () => {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  expect(all("Version").map((element) => element.textContent)).toEqual([`${version}.0`]);
});

test("its id is a GUID", () => {
  expect(all("Id")[0]?.textContent).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
});

test("it asks for Excel, the requirement set that the code needs, and no more rights than to read and write the document", () => {
  expect(all("Host").map((element) => element.getAttribute("Name") ?? element.getAttribute("xsi:type"))).toEqual(["Workbook", "Workbook"]);
  expect(all("Set").map((element) => [element.getAttribute("Name"), element.getAttribute("MinVersion")])).toEqual([["ExcelApi", "1.13"]]);
  expect(all("Permissions").map((element) => element.textContent)).toEqual(["ReadWriteDocument"]);
  const pane = readFileSync(join(root, "src/taskpane/index.tsx"), "utf8");
  expect(/\["ExcelApi", "([\d.]+)"\]/.exec(pane)?.[1]).toBe("1.13");
});

test("every resource that is named exists, and every resource is named", () => {
  const named = new Set(attributes("resid"));
  const existing = resources().map((element) => element.getAttribute("id") ?? "");
  expect(existing).toEqual([...new Set(existing)]);
  expect([...named].sort()).toEqual([...existing].sort());
  // Office refuses longer ones: https://learn.microsoft.com/javascript/api/manifest/resources
  expect(existing.filter((id) => id.length > 32)).toEqual([]);
});

test("texts keep within Office's limits", () => {
  const longest = { ShortStrings: 125, LongStrings: 250 };
  for (const [group, limit] of Object.entries(longest)) {
    const texts = all(group).flatMap((element) => [...element.getElementsByTagName("*")].map((string) => string.getAttribute("DefaultValue") ?? string.getAttribute("Value") ?? ""));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((value) => value === "" || value.length > limit)).toEqual([]);
  }
});

test("every Swedish sentence has its English one", () => {
  expect(all("DefaultLocale")[0]?.textContent).toBe("sv-SE");
  const swedishOnly = [...all("Description"), ...all("DisplayName"), ...all("String")]
    .filter((element) => element.hasAttribute("DefaultValue") && element.getAttribute("DefaultValue") !== "Måltavla")
    .filter((element) => ![...element.children].some((child) => child.localName === "Override" && child.getAttribute("Locale") === "en-US"));
  expect(swedishOnly.map((element) => element.getAttribute("DefaultValue"))).toEqual([]);
});

test("every address is the development one, in the form that the build replaces", () => {
  const addresses = [...text.matchAll(/"(https?:\/\/[^"]*)"/g)].map((match) => match[1] ?? "").filter((address) => !address.startsWith("http://schemas.microsoft.com/") && !address.startsWith("http://www.w3.org/"));
  expect(addresses.length).toBeGreaterThan(5);
  expect(addresses.filter((address) => !address.startsWith(DEVELOPMENT_URL))).toEqual([]);
});

test("every page and icon that it names is made", () => {
  const paths = [...new Set([...text.matchAll(/"https:\/\/localhost:3000\/([^"]*)"/g)].map((match) => match[1] ?? ""))];
  const sources = paths.map((path) => (path.endsWith(".html") ? `src/${path.replace(".html", "")}/${path}` : path));
  expect(sources.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test.each([16, 32, 64, 80, 128])("the icon of %d pixels has that size", (size) => {
  expect(pngSize(join(root, `assets/icon-${size}.png`))).toEqual([size, size]);
});

test("each icon stands where its size is asked for", () => {
  const files = new Map(resources().map((element) => [element.getAttribute("id"), element.getAttribute("DefaultValue")]));
  const images = all("Image").filter((element) => element.hasAttribute("size"));
  expect(images.length).toBeGreaterThan(0);
  for (const image of images) expect(files.get(image.getAttribute("resid"))).toBe(`${DEVELOPMENT_URL}assets/icon-${image.getAttribute("size") ?? ""}.png`);
  expect(all("IconUrl")[0]?.getAttribute("DefaultValue")).toBe(`${DEVELOPMENT_URL}assets/icon-32.png`);
  expect(all("HighResolutionIconUrl")[0]?.getAttribute("DefaultValue")).toBe(`${DEVELOPMENT_URL}assets/icon-64.png`);
});
