// Requires ExcelApi 1.8 (createWorkbook).

/** Characters that one call can be given as arguments, in every engine. */
const PIECE = 8192;

/** Opens a workbook of its own from the bytes of an .xlsx file; the open one is left as it is. One request. */
export async function openCopy(excel: Pick<typeof Excel, "createWorkbook">, file: Uint8Array): Promise<void> {
  await excel.createWorkbook(base64(file));
}

function base64(bytes: Uint8Array): string {
  let characters = "";
  for (let start = 0; start < bytes.length; start += PIECE) {
    characters += String.fromCharCode(...bytes.subarray(start, start + PIECE));
  }
  return btoa(characters);
}
