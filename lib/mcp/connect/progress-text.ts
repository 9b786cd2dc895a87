import type { Progress } from '@modelcontextprotocol/client';
import { cleanText } from '@/lib/protocol/text/clean-text';

const MESSAGE = 200;

/** What a server says of how far it is, for people: `3 of 10: Reading`. */
export function progressText({ progress, total, message }: Progress): string {
  const figures = total === undefined ? `${progress}` : `${progress} of ${total}`;
  return message ? `${figures}: ${cleanText(message, MESSAGE)}` : figures;
}

/** The SDK reports its own rounds of questions too, in words that start with these. */
const SDKS_OWN = 'Fulfilling input required by ';

/** Whether it is the server that says how far it is. */
export function isOfServer({ message }: Progress): boolean {
  return !message?.startsWith(SDKS_OWN);
}
