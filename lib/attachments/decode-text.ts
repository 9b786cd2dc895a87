/** Control characters that no text has; tab, line breaks, form feed and escape are in many. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const BINARY = /[\0-\x06\x0e-\x1a\x1c-\x1f]/;

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

export interface DecodedText {
  text: string;
  encoding: TextEncoding;
}

/**
 * Bytes as text: by the mark at their beginning, else UTF-8, else UTF-16 or Windows-1252 where everything speaks for it. `null` = no text,
 * or text of which nobody could say how it is written: wrong letters would be worse than a refusal.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  const marked = markedEncoding(bytes);
  if (marked) return decode(bytes, marked);
  return decode(bytes, 'utf-8') ?? decodeWide(bytes) ?? decodeWestern(bytes);
}

function decode(bytes: Uint8Array, encoding: TextEncoding): DecodedText | null {
  try {
    // The decoder takes the mark at the beginning away.
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return BINARY.test(text) ? null : { text, encoding };
  } catch {
    // Not written in this encoding: that is the question here.
    return null;
  }
}

function markedEncoding([first, second, third]: Uint8Array): TextEncoding | null {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : null;
}

const SAMPLE = 4096;

/** UTF-16 without a mark: of what is mostly Latin every other byte is zero. */
function decodeWide(bytes: Uint8Array): DecodedText | null {
  if (bytes.length % 2 !== 0) return null;
  const zeros = [0, 0];
  const sample = bytes.subarray(0, SAMPLE);
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros.map((count) => count / (sample.length / 2));
  if (odd > 0.4 && even < 0.02) return decode(bytes, 'utf-16le');
  if (even > 0.4 && odd < 0.02) return decode(bytes, 'utf-16be');
  return null;
}

/** In Western texts characters beyond ASCII are few, stand alone, and signs among them do not stand inside of words. */
const LONGEST_RUN = /[\x80-\xff]{5}/;
const SIGN_IN_WORD =
  /[a-z][\x80-\x82\x84\x86-\x89\x8b\x95\x98\x99\x9b\xa1-\xa9\xab\xac\xae-\xb1\xb4\xb6\xb8\xb9\xbb-\xbf\xd7\xf7][a-z]/i;
/** Bytes that Windows-1252 leaves undefined. */
const UNDEFINED = /[\x81\x8d\x8f\x90\x9d]/;
const MOST_BEYOND_ASCII = 0.4;

function decodeWestern(bytes: Uint8Array): DecodedText | null {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  if (UNDEFINED.test(raw) || LONGEST_RUN.test(raw) || SIGN_IN_WORD.test(raw)) return null;
  const beyond = raw.length - raw.replace(/[\x80-\xff]/g, '').length;
  return beyond / raw.length > MOST_BEYOND_ASCII ? null : decode(bytes, 'windows-1252');
}
