import type { DocumentProperties, Workbook } from "../../xlsx/model.js";
import type { Behaviour, ScalarProperty } from "../behaviour.js";
import { asText } from "../cells/propertyValues.js";

function property(key: Exclude<keyof DocumentProperties, "modified">): ScalarProperty<Workbook> {
  return {
    get: (workbook) => workbook.properties[key],
    set: (workbook, value, host) => {
      host.ensureWritable();
      workbook.properties[key] = asText(value);
    },
  };
}

const { get: lastAuthor } = property("lastAuthor");

/** What the file says about itself: title, author and so on. */
export const documentProperties: Behaviour<Workbook> = {
  scalars: {
    Title: property("title"),
    Subject: property("subject"),
    Author: property("author"),
    Keywords: property("keywords"),
    Comments: property("comments"),
    Category: property("category"),
    /** Read only in Excel. */
    LastAuthor: lastAuthor === undefined ? {} : { get: lastAuthor },
  },
};
