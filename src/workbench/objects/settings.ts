import type { Workbook } from "../../xlsx/model.js";
import type { Behaviour } from "../behaviour.js";
import { asText } from "../cells/propertyValues.js";
import { isJson, type Json } from "../richApi/response.js";
import { RichApiError } from "../richApi/richApiError.js";
import type { HostObject } from "../subjects.js";

/** Key and value pairs that the add-in keeps in the workbook. */
export const settingCollection: Behaviour<Workbook> = {
  items: (workbook) => [...workbook.settings.keys()].map(exposed),
  item: (workbook, key) => {
    if (!workbook.settings.has(asText(key))) {
      throw new RichApiError("ItemNotFound");
    }
    return exposed(asText(key));
  },
  objectMethods: {
    /** Sets or adds. */
    Add: (workbook, args, host) => {
      host.ensureWritable();
      workbook.settings.set(args.text(0), args.raw(1) ?? null);
      return exposed(args.text(0));
    },
    GetItemOrNullObject: (workbook, args) => (workbook.settings.has(args.text(0)) ? exposed(args.text(0)) : undefined),
  },
  methods: { GetCount: (workbook) => workbook.settings.size },
};

export const setting: Behaviour<string> = {
  id: { name: "_Id", of: (key) => key },
  scalars: {
    Key: { get: (key) => key },
    Value: {
      get: (key, host) => storedValue(host.workbook, key),
      set: (key, value, host) => {
        host.ensureWritable();
        host.workbook.settings.set(key, value);
      },
    },
  },
  actions: {
    Delete: (key, _args, host) => {
      host.ensureWritable();
      host.workbook.settings.delete(key);
    },
  },
};

function exposed(target: string): HostObject {
  return { kind: "Setting", target };
}

function storedValue(workbook: Workbook, key: string): Json {
  const value = workbook.settings.get(key);
  return isJson(value) ? value : null;
}
