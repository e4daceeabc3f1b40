/** A report's colours on white. */
export const light: Readonly<Record<string, string>> = {
  "--layer-materials": "#5a6472",
  "--layer-neocloud": "#0b62b0",
  "--layer-inference": "#00755f",
  "--layer-application": "#a23a86",
  "--layer-value": "#915500",
  "--theme-foreground": "#1b1e23",
  "--theme-foreground-muted": "#50565f",
  "--theme-foreground-faint": "#767c85",
  "--theme-background": "#ffffff",
  "--theme-background-a": "#ffffff",
  "--theme-background-alt": "#f5f5f5",
  "--plot-background": "#ffffff",
  "--theme-foreground-focus": "#0b62b0"
};

const dark: Readonly<Record<string, string>> = {
  "--layer-materials": "#a9b4c2",
  "--layer-neocloud": "#6cb2f5",
  "--layer-inference": "#3ecfae",
  "--layer-application": "#ee8fd0",
  "--layer-value": "#f0b429",
  "--theme-foreground": "#e6e8eb",
  "--theme-foreground-muted": "#b4b9c0",
  "--theme-foreground-faint": "#8b9199",
  "--theme-background": "#16181c",
  "--theme-background-a": "#16181c",
  "--theme-background-alt": "#1f2227",
  "--plot-background": "#16181c",
  "--theme-foreground-focus": "#6cb2f5"
};

function declared(colours: Readonly<Record<string, string>>): string {
  return Object.entries(colours)
    .map(([name, colour]) => `${name}: ${colour};`)
    .join(" ");
}

/** The appearance of a report on a screen, light or dark, and on A4 or Letter paper. */
export const reportStyle =
  `
:root { ${declared(light)}
  --sans-serif: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
}
@media screen and (prefers-color-scheme: dark) { :root { ${declared(dark)} } }
* { box-sizing: border-box; }
body { background: var(--theme-background); color: var(--theme-foreground); font: 15px/1.5 var(--sans-serif); ` +
  `margin: 0 auto; max-width: 724px; padding: 2rem; }
h1 { font-size: 30px; line-height: 1.2; margin: 0 0 0.5rem; }
h2 { border-top: 1px solid var(--theme-foreground-faint); font-size: 20px; margin: 2rem 0 0.5rem; padding-top: ` +
  `0.75rem; }
h3 { font-size: 15px; margin: 0 0 0.25rem; }
p { margin: 0.5rem 0; }
a { color: var(--theme-foreground-focus); }
.brand { color: var(--theme-foreground-muted); font-weight: 600; margin: 0 0 1rem; }
.lead { font-size: 17px; }
.about { color: var(--theme-foreground-muted); }
.key-numbers { display: grid; gap: 0.75rem; grid-template-columns: repeat(3, minmax(0, 1fr)); margin: 1rem 0; }
.key-number { border: 1px solid color-mix(in srgb, var(--theme-foreground) 25%, transparent); border-radius: 6px; ` +
  `padding: 0.6rem 0.75rem; }
.key-number h2 { border: 0; font-size: 13px; margin: 0; padding: 0; }
.key-number p { color: var(--theme-foreground-muted); font-size: 12px; margin: 0.25rem 0 0; }
.key-number .big { color: var(--theme-foreground); font-size: 17px; font-weight: 600; line-height: 1.25; }
.unit { color: var(--theme-foreground-muted); font-weight: 400; }
figure { margin: 1.25rem 0; }
figure figure { margin: 0; }
figcaption, .source { color: var(--theme-foreground-muted); font-size: 12px; }
figure > div > svg, figure figure svg { height: auto; max-width: 100%; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 12px; width: 100%; }
th, td { border-bottom: 1px solid color-mix(in srgb, var(--theme-foreground) 15%, transparent); padding: 3px 8px ` +
  `3px 0; text-align: left; vertical-align: top; }
th small { color: var(--theme-foreground-muted); display: block; font-weight: 400; }
.number { font-variant-numeric: tabular-nums; text-align: right; }
.number, .name { white-space: nowrap; }
dl { display: grid; gap: 0.25rem 1rem; grid-template-columns: max-content minmax(0, 1fr); overflow-wrap: anywhere; }
dt { color: var(--theme-foreground-muted); }
dd { margin: 0; }
.sources ul { columns: 3; column-gap: 1.5rem; padding-left: 1rem; }
@media screen and (max-width: 600px) { .sources ul, .key-numbers { columns: 1; grid-template-columns: 1fr; } ` +
  `body { padding: 1rem; } }
.sources li { break-inside: avoid; font-size: 8pt; line-height: 1.3; overflow-wrap: anywhere; }
.colophon { font-size: 12px; }
@page { margin: 16mm 15mm; }
@media print {
  body { font-size: 10.5pt; max-width: none; padding: 0 1px; }
  .opening { break-after: page; }
  h2, h3 { break-after: avoid; }
  figure, tr, li { break-inside: avoid; }
  figure:has(table) { break-inside: auto; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  a { color: inherit; }
}
`;
