import { areaReference, type Block } from "../registers/address.js";

/** A list of addresses may be at most 8 192 characters long; shorter lists cost little and stay well clear of it. */
const LONGEST_ADDRESS_LIST = 2000;

/** Areas of a sheet as Worksheet.getRanges takes them, in as many lists as it needs. */
export function addressLists(areas: readonly Block[]): string[] {
  const lists: string[] = [];
  let list = "";
  for (const area of areas) {
    const address = areaReference(area);
    if (list.length > 0 && list.length + address.length >= LONGEST_ADDRESS_LIST) {
      lists.push(list);
      list = "";
    }
    list = list.length === 0 ? address : `${list},${address}`;
  }
  return list.length === 0 ? lists : [...lists, list];
}
