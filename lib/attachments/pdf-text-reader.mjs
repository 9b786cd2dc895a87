/**
 * Reads the text of one PDF in a process of its own, page by page: `node pdf-text-reader.mjs <maxChars> <timeLimitMs>`, the file on standard
 * input. Writes one JSON object: {text, pages, pagesRead}, or {because} with what keeps it from being read: `password`, `memory`, `damaged`.
 * The limits on its memory and time are set by who starts it (read-pdf-text.ts).
 */
import { readFileSync } from 'node:fs';
import { getDocumentProxy } from 'unpdf';

const [maxChars, timeLimitMs] = process.argv.slice(2).map(Number);
// Whoever started it may be gone.
setTimeout(() => process.exit(1), timeLimitMs).unref();

try {
  process.stdout.write(JSON.stringify(await readText(new Uint8Array(readFileSync(0)))));
} catch (error) {
  process.stdout.write(JSON.stringify({ because: reasonOf(error) }));
}

/** @param {Uint8Array} bytes */
async function readText(bytes) {
  const document = await getDocumentProxy(bytes, { disableFontFace: true, useSystemFonts: false, verbosity: 0 });
  const pages = [];
  let chars = 0;
  for (let number = 1; number <= document.numPages && chars < maxChars; number++) {
    const page = await document.getPage(number);
    const text = await textOf(page, maxChars - chars);
    pages.push(text.trim());
    chars += text.length;
    page.cleanup();
  }
  return { text: pages.join('\n\n').slice(0, maxChars), pages: document.numPages, pagesRead: pages.length };
}

/**
 * As a stream, so that a page without end is not kept whole.
 * @param {Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>} page
 * @param {number} enough characters
 */
async function textOf(page, enough) {
  let text = '';
  const reader = page.streamTextContent().getReader();
  while (text.length < enough) {
    const { value, done } = await reader.read();
    if (done) return text;
    for (const item of value.items) text += 'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '';
  }
  await reader.cancel(new Error('There is enough text.'));
  return text;
}

/** @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof Error)) return 'damaged';
  if (error.name === 'PasswordException') return 'password';
  // A buffer for which there is no room, or that is longer than any may be.
  const isMemory = error instanceof RangeError || /allocation failed|out of memory|array length/i.test(error.message);
  return isMemory ? 'memory' : 'damaged';
}
