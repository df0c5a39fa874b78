/** The criteria of a table column's filter, between the model and the markup. */
import { decodeXstring, encodeXstringAttribute } from "./escapedText.js";
import type { ColumnFilter, FilterCondition } from "./model.js";
import { isTrue } from "./styles.js";
import type { XmlElement } from "./xml.js";

const operators: readonly FilterCondition["operator"][] = ["equal", "notEqual", "greaterThan", "greaterThanOrEqual", "lessThan", "lessThanOrEqual"];

/** What a `filterColumn` lets through; undefined when it filters in a way the model has no words for (colours, dates by group, top ten). */
export function readFilter(column: XmlElement): ColumnFilter | undefined {
  const [criteria, ...others] = column.elements();
  if (criteria === undefined || others.length > 0) return undefined;
  if (criteria.localName === "filters" && criteria.elements().every(({ localName }) => localName === "filter")) {
    return { kind: "values", values: criteria.elements("filter").map(valueOf), blanks: isTrue(criteria.attribute("blank")) };
  }
  if (criteria.localName !== "customFilters") return undefined;
  const conditions = criteria.elements("customFilter").flatMap((element) => {
    const operator = operators.find((known) => known === (element.attribute("operator") ?? "equal"));
    return operator === undefined ? [] : [{ operator, value: valueOf(element) }];
  });
  return { kind: "conditions", all: isTrue(criteria.attribute("and")), conditions };
}

/** The element under a `filterColumn` that says the same. */
export function criteriaElement(column: XmlElement, filter: ColumnFilter): XmlElement {
  if (filter.kind === "values") {
    const members = filter.values.map((value) => column.make("filter", { val: encodeXstringAttribute(value) }));
    return column.make("filters", { blank: filter.blanks ? 1 : undefined }, members);
  }
  const members = filter.conditions.map(({ operator, value }) =>
    column.make("customFilter", { operator: operator === "equal" ? undefined : operator, val: encodeXstringAttribute(value) }),
  );
  return column.make("customFilters", { and: filter.all ? 1 : undefined }, members);
}

function valueOf(element: XmlElement): string {
  return decodeXstring(element.attribute("val") ?? "");
}
