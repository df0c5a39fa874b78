import { axe } from "jest-axe";

/** What axe has to say of the whole page, each with the element it is about; nothing, when all is well. */
export async function axeFindings(): Promise<string[]> {
  const { violations } = await axe(document.body);
  return violations.map(({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html).join(" ")}`);
}
