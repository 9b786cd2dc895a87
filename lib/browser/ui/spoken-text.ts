/** What is read as a unit: behind it comes a pause. */
const BLOCK = 'p, li, h1, h2, h3, h4, h5, h6, pre, tr, blockquote, dt, dd';
const SILENT = '[aria-hidden=true], button, script, style';

/** The text that a part of the page shows, as a screen reader would say it: without what is hidden from it and without buttons. */
export function spokenText(element: Element): string {
  const words: string[] = [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let block: Element | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest(SILENT)) continue;
    const own = parent.closest(BLOCK);
    if (own !== block && words.length > 0) words.push('\n');
    block = own;
    words.push(node.textContent ?? '');
  }
  return words
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\s*\n\s*/g, '\n')
    .trim();
}
