/**
 * What stands in for the parameters of a message: whatever the message asks of it, text, number, list or text in two languages, it answers with its name in
 * brackets. `about.how.sv` and `about.how.en` are both "[how]"; the items of a list are "[rows 1]" and "[rows 2]".
 */
export function anything(name: string): object {
  const text = `[${name}]`;
  const items = () => [anything(`${name} 1`), anything(`${name} 2`)];
  return new Proxy(
    {},
    {
      get(_, key) {
        if (key === Symbol.toPrimitive || key === "toString") return () => text;
        if (key === Symbol.iterator) return () => items().values();
        if (typeof key === "symbol") return undefined;
        if (key === "sv" || key === "en") return text;
        if (key === "length") return 2;
        if (key === "0" || key === "1") return items()[Number(key)];
        if (key in String.prototype && !(key in Array.prototype)) return (...parameters: unknown[]) => called(text, key, parameters);
        if (key in Array.prototype) return (...parameters: unknown[]) => called(items(), key, parameters);
        return anything(`${name} ${key}`);
      },
    },
  );
}

/** The parameters of a message: an object whose every key is its own name, but for those given. */
export function anyParameters(given: object = {}): object {
  return new Proxy(given, { get: (_, key): unknown => (key in given ? Reflect.get(given, key) : anything(String(key))) });
}

function called(own: object | string, key: string, parameters: readonly unknown[]): unknown {
  const method: unknown = Reflect.get(Object(own), key);
  if (typeof method !== "function") throw new TypeError(`${key} is no method`);
  return Reflect.apply(method, own, parameters);
}
