/** The look of an exported page: the tokens of the app, in light, in dark and on paper. */
export const pageStyle = `
:root{color-scheme:light dark;
--bg:light-dark(oklch(.988 .003 85),oklch(.195 .006 260));--sunken:light-dark(oklch(.966 .004 85),oklch(.168 .006 260));
--line:light-dark(oklch(.905 .005 85),oklch(.305 .008 260));--text:light-dark(oklch(.245 .008 75),oklch(.925 .004 260));
--muted:light-dark(oklch(.5 .01 75),oklch(.705 .01 260));--accent:light-dark(oklch(.5 .15 268),oklch(.72 .12 268));
--danger:light-dark(oklch(.53 .18 25),oklch(.74 .14 22))}
.agent-a{--hue:264}.agent-b{--hue:60}.agent-c{--hue:165}.agent-d{--hue:340}
.agent-e{--hue:110}.agent-f{--hue:215}.agent-g{--hue:305}.agent-h{--hue:25}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--text);font:15px/1.65 Geist,ui-sans-serif,system-ui,sans-serif}
main{max-width:46rem;margin:0 auto;padding:2rem 1rem 4rem}
h1{font-size:22px;line-height:1.35;font-weight:600;margin:0 0 2rem}
h2,h3,h4,h5,h6{font-weight:600;line-height:1.4;margin:1.5rem 0 .5rem}
h3{font-size:15px}h4,h5,h6{font-size:15px}
.question{font-size:15px;font-weight:500;line-height:1.65;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--sunken);
border:1px solid var(--line);border-radius:8px;padding:.6rem .9rem;margin:2.5rem 0 1rem}
.text,details,td,summary{overflow-wrap:anywhere}
.quiet{color:var(--muted);font-size:13px}
.plain{white-space:pre-wrap}
.failure{color:var(--danger)}
.decision{border-top:1px solid var(--line);margin-top:1.5rem;font-size:13px}
.letter{display:inline-grid;place-items:center;min-width:1.5em;border-radius:999px;border:1.5px solid currentColor;font-size:12px;font-weight:600;
line-height:1.4;padding:0 .35em;color:light-dark(oklch(.535 .125 var(--hue)),oklch(.77 .11 var(--hue)))}
details{border:1px solid var(--line);border-radius:8px;margin:.5rem 0;padding:.5rem .75rem}
summary{cursor:pointer;min-height:28px}
summary:focus-visible,a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
a{color:var(--accent)}
pre{background:var(--sunken);border:1px solid var(--line);border-radius:8px;padding:.75rem;overflow-x:auto;font-size:13px;line-height:1.5}
code{font-family:"Geist Mono",ui-monospace,monospace;font-size:.9em}
blockquote{border-inline-start:2px solid var(--line);margin:1rem 0;padding-inline-start:1rem;color:var(--muted)}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:13px}
th,td{border-bottom:1px solid var(--line);padding:.4rem .75rem .4rem 0;text-align:start;vertical-align:top}
hr{border:0;border-top:1px solid var(--line);margin:1.5rem 0}
.hidden{font-family:ui-monospace,monospace;font-size:.75em;border:1px solid var(--danger);border-radius:3px;padding:0 .2em}
.footnotes{border-top:1px solid var(--line);font-size:13px;color:var(--muted)}
svg text{font-size:11px;fill:var(--text);font-family:inherit}
svg .lane rect,svg circle{fill:light-dark(oklch(.535 .125 var(--hue)),oklch(.77 .11 var(--hue)))}
svg rect.call{opacity:.25}svg rect.tool{opacity:.7}
@media print{:root{color-scheme:light}body{background:none;font-size:11pt}main{max-width:none;padding:0}
details{break-inside:avoid}details::details-content{content-visibility:visible;display:block;height:auto}
.question,pre,table{break-inside:avoid}a{color:inherit}pre{white-space:pre-wrap}.scroll{overflow:visible}svg{max-width:100%;height:auto}}
`.trim();
