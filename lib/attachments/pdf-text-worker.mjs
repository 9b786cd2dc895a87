/**
 * Reads the text of one PDF in a thread of its own, page by page, until `maxChars` are there. `workerData` = {bytes, maxChars}; the one
 * message is {text, pages, pagesRead}. A PDF that cannot be read ends the thread with the error.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { getDocumentProxy } from 'unpdf';

const { bytes, maxChars } = workerData;
const document = await getDocumentProxy(new Uint8Array(bytes), {
  disableFontFace: true,
  useSystemFonts: false,
  verbosity: 0,
});
const pages = [];
let chars = 0;
for (let number = 1; number <= document.numPages && chars < maxChars; number++) {
  const page = await document.getPage(number);
  const { items } = await page.getTextContent();
  const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
  pages.push(text.trim());
  chars += text.length;
  page.cleanup();
}
parentPort?.postMessage({
  text: pages.join('\n\n').slice(0, maxChars),
  pages: document.numPages,
  pagesRead: pages.length,
});
