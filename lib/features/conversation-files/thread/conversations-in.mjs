/** What is in a file of conversations, whichever program wrote it; still as that program writes it. */
import { isUtf8 } from 'node:buffer';
import { isDeeperThan } from './is-deeper-than.mjs';
import { Refusal } from './refusal.mjs';
import { isZip, readEntry, zipEntries } from './zip.mjs';

const FORMAT = 'massgen-conversation';
const WANTED = /(^|\/)conversations(-\d+)?\.json$|^conversations\/[^/]+\.json$/;

/** `source` is `massgen`, `chatgpt` or `claude`. Throws a `Refusal` for a file that is none of them, or beyond a limit. */
export function conversationsIn(bytes, limits) {
  const texts = isZip(bytes) ? unpacked(bytes, limits) : [asText(bytes, limits)];
  const values = texts.flatMap((text) => parsed(text, limits));
  const source = sourceOf(values);
  if (source === null) throw new Refusal('notReadable');
  const messages = values.reduce((sum, value) => sum + countMessages(source, value), 0);
  if (messages > limits.messages) throw new Refusal('tooManyMessages', limits.messages);
  return { source, conversations: values };
}

function unpacked(bytes, limits) {
  const wanted = zipEntries(bytes).filter(({ name }) => WANTED.test(name));
  if (wanted.length === 0) throw new Refusal('nothingInZip');
  // As the directory says; an entry that is longer than it says is refused when it is unpacked.
  const size = wanted.reduce((sum, entry) => sum + entry.size, 0);
  if (size > limits.bytes) throw new Refusal('tooLarge', limits.bytes / 1e6);
  for (const entry of wanted)
    if (entry.size > entry.packed * limits.ratio) throw new Refusal('tooPacked', limits.ratio);
  return wanted.map((entry) => asText(readEntry(bytes, entry), limits));
}

function asText(bytes, limits) {
  if (bytes.length > limits.bytes) throw new Refusal('tooLarge', limits.bytes / 1e6);
  if (!isUtf8(bytes)) throw new Refusal('notReadable');
  return bytes.toString('utf8').replace(/^\uFEFF/, '');
}

/** A file holds one conversation, or a list of them. */
function parsed(text, limits) {
  if (isDeeperThan(text, limits.depth)) throw new Refusal('tooDeep', limits.depth);
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal('notReadable');
  }
  const list = Array.isArray(value) ? value : Array.isArray(value?.conversations) ? value.conversations : [value];
  return list.filter((item) => typeof item === 'object' && item !== null);
}

function sourceOf([first]) {
  if (first === undefined) return null;
  if (first.format === FORMAT) return 'massgen';
  if (isRecord(first.mapping)) return 'chatgpt';
  return Array.isArray(first.chat_messages) ? 'claude' : null;
}

function countMessages(source, value) {
  if (source === 'chatgpt') return isRecord(value.mapping) ? Object.keys(value.mapping).length : 0;
  const messages = source === 'claude' ? value.chat_messages : value.messages;
  return Array.isArray(messages) ? messages.length : 0;
}

function isRecord(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
