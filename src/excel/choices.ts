// Requires ExcelApi 1.4 (workbook.settings).

/** A text that the add-in keeps in the workbook's settings; `null` when there is none. One request. Settings are lost now and then (office-js#6091), so nothing rests on them. */
export async function readChoice(context: Excel.RequestContext, name: string): Promise<string | null> {
  const setting = context.workbook.settings.getItemOrNullObject(name).load("value");
  await context.sync();
  const value: unknown = setting.isNullObject ? null : setting.value;
  return typeof value === "string" ? value : null;
}

/** One request. */
export async function writeChoice(context: Excel.RequestContext, name: string, value: string): Promise<void> {
  context.workbook.settings.add(name, value);
  await context.sync();
}
