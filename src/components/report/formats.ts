/** The formats of a report, besides PDF, which a browser prints. */
export const formats = ["html", "docx", "xlsx", "csv", "json"] as const;
export type Format = (typeof formats)[number];
