import { sha256 } from '@/lib/context-sharing/store/sha256';
import { cleanJson } from '@/lib/platform/http/clean-json';
import { MAX_ATTACHMENT_BYTES } from '@/lib/protocol/attachment';
import { type ConversationFile, type FileAttachment, FORMAT } from './conversation-file';
import { type ForeignMessage, turnsOf, withLastAnswers } from './foreign-messages';
import { texts } from './texts';

/** A text file that is in another program's export. */
export interface ForeignAttachment {
  id: string;
  name: string;
  text: string;
}

/** What was read of a conversation of another program. */
interface Given {
  from: 'chatgpt' | 'claude';
  /** What that program knows it by. */
  id: string;
  title: string;
  createdAt: number | null;
  updatedAt: number | null;
  isArchived: boolean;
  /** The message that was shown last. */
  current: string | null;
  messages: ForeignMessage[];
  attached: ForeignAttachment[];
  /** Pictures and files that the export names and does not have. */
  leftOut: number;
}

export interface ForeignConversation {
  file: ConversationFile;
  identity: string;
  leftOut: number;
}

const MAX_TITLE = 200;

/** The same as a file of ours, without any run. */
export function foreignFile(given: Given): ForeignConversation {
  const { from } = given;
  const times = given.messages.flatMap(({ at }) => at ?? []);
  const createdAt = given.createdAt ?? Math.min(...times, Date.UTC(2020, 0));
  const { messages, leafOf } = turnsOf(given.messages, from, createdAt);
  const all = withLastAnswers(messages, from);
  const attached = given.attached.flatMap((attachment) => attachmentOf(attachment, createdAt));
  const kept = new Set(attached.map(({ file }) => file.id));
  const shown = leafOf.get(given.current ?? '') ?? all.at(-1)?.id ?? null;
  const file: ConversationFile = {
    format: FORMAT,
    version: 1,
    title: titleOf(given),
    labels: [],
    createdAt: iso(createdAt),
    updatedAt: iso(given.updatedAt ?? Math.max(createdAt, ...times.slice(-1))),
    archivedAt: given.isArchived ? iso(given.updatedAt ?? createdAt) : null,
    activeLeafId: all.some(({ id }) => id === `${shown}-answer`) ? `${shown}-answer` : shown,
    messages: all.map((message) => ({
      ...message,
      parts: message.parts.filter((part) => part.type !== 'attachment' || kept.has(part.id)),
    })),
    runs: [],
    contexts: [],
    attachments: attached.map((entry) => entry.file),
    blobs: Object.fromEntries(attached.map((entry) => [entry.file.hash, entry.content])),
  };
  return {
    file: cleanJson(file) as ConversationFile,
    identity: `${from}/${given.id}`,
    leftOut: given.leftOut + given.attached.length - attached.length,
  };
}

function titleOf({ title, messages }: Given): string {
  const first = messages.find(({ role, text }) => role === 'user' && text !== '')?.text ?? '';
  const words = (title || first).replace(/\s+/g, ' ').trim().toWellFormed().slice(0, MAX_TITLE).trim();
  return words || texts.untitled;
}

function attachmentOf(
  { id, name, text }: ForeignAttachment,
  createdAt: number,
): { file: FileAttachment; content: string }[] {
  const content = Buffer.from(text);
  if (content.byteLength > MAX_ATTACHMENT_BYTES.text) return [];
  const file: FileAttachment = {
    ...{ id, kind: 'text', mediaType: 'text/plain', bytes: content.byteLength, hash: sha256(content) },
    name: name.replace(/[/\\\0]/g, '_').slice(0, 200) || 'attachment.txt',
    createdAt: iso(createdAt),
  };
  return [{ file, content: content.toString('base64') }];
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
