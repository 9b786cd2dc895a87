import { decisionHtml, toolsHtml } from './decision-html';
import { escapeHtml, plainHtml } from './escape-html';
import type { ExportedPage, ExportedTurn } from './exported-page';
import { markdownHtml } from './markdown-html';
import { pageStyle } from './page-style';
import { texts } from './texts';
import { timelineHtml } from './timeline-html';

/** Nothing is loaded and nothing runs, whatever stands in the texts. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** A conversation as one page that needs neither a server nor the network, on screen and on paper. */
export function pageHtml({ title, turns, otherMessages }: ExportedPage): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
<h1 dir="auto">${plainHtml(title)}</h1>
${turns.map(turnHtml).join('\n')}
${otherMessages > 0 ? `<p class="quiet">${texts.notShown(otherMessages)}</p>` : ''}
</main>
</body>
</html>
`;
}

function turnHtml({ question, attached, answer, isSimulated, run }: ExportedTurn): string {
  const files = attached.length > 0 ? `<p class="quiet">${texts.attached} ${plainHtml(attached.join(', '))}</p>` : '';
  return `<article>
<h2 class="question" dir="auto">${question ? plainHtml(question) : texts.noQuestion}</h2>
${files}
${isSimulated ? `<p class="quiet">${texts.simulated}</p>` : ''}
<section class="text" aria-label="${texts.answer}">${answer ? markdownHtml(answer) : `<p class="quiet">${texts.noAnswer}</p>`}</section>
${run ? runHtml(run) : ''}
</article>`;
}

function runHtml({ state, events, withTools }: NonNullable<ExportedTurn['run']>): string {
  return `<section class="decision"><h3>${texts.howDecided}</h3>
${decisionHtml(state)}
${timelineHtml(events)}
${withTools ? toolsHtml(state) : ''}
</section>`;
}
