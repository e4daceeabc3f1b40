/** The media type of a workbook. */
export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** Offers the reader a file to save. */
export function download(name: string, content: BlobPart, type: string): void {
  const url = URL.createObjectURL(new Blob([content], {type}));
  const anchor = Object.assign(document.createElement("a"), {href: url, download: name});
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
