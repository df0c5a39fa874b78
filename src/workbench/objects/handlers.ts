import type { Behaviour } from "../behaviour.js";

/**
 * The calls by which the client adds and takes away handlers of one kind of event; nothing of the handler itself reaches the host.
 * @param name As it stands between _Register and Event, "DataChanged".
 * @param targetOf What the client will know the object by when it is told.
 */
export function handlers<T>(name: string, type: number, targetOf: (target: T) => string): NonNullable<Behaviour<T>["actions"]> {
  return {
    [`_Register${name}Event`]: (target, _args, host) => host.events.register(type, targetOf(target)),
    [`_Unregister${name}Event`]: (target, _args, host) => host.events.unregister(type, targetOf(target)),
  };
}
