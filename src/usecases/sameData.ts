/** Whether two pieces of plain data made in the same way are alike all through: arrays, maps, objects with their properties in the same order, and simple values. */
export function isSameData(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, index) => isSameData(item, other[index]));
  if (one instanceof Map) return other instanceof Map && isSameData([...one], [...other]);
  return isSameData(Object.entries(one), Object.entries(other));
}
