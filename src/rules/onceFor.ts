/**
 * What is made of a workbook's registers, or of what every check sees, kept for as long as they are: several rules and reports ask for the same. What it is made from is never
 * changed once it has been read.
 */
export function onceFor<From extends object, Made extends object>(make: (from: From) => Made): (from: From) => Made {
  const made = new WeakMap<From, Made>();
  return (from) => {
    const known = made.get(from);
    if (known !== undefined) return known;
    const anew = make(from);
    made.set(from, anew);
    return anew;
  };
}
