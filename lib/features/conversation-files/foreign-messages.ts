import type { FileMessage } from './conversation-file';

/** A message as another program's export has it; an empty text says nothing that is kept. */
export interface ForeignMessage {
  id: string;
  parentId: string | null;
  role: 'user' | 'assistant' | null;
  text: string;
  /** Ids of the file's attachments. */
  attachments: string[];
  model: string | null;
  /** In ms; null where the export does not say. */
  at: number | null;
}

const MAX_TEXT = 1_000_000;

/**
 * The messages as a tree in which questions and answers take turns, parents first: what is empty, hidden or a tool's is skipped, several in a
 * row of one side become one, and a question that the export does not have stands there empty.
 */
export function turnsOf(
  given: ForeignMessage[],
  from: 'chatgpt' | 'claude',
  startedAt: number,
): { messages: FileMessage[]; leafOf: Map<string, string> } {
  const children = Map.groupBy(given, ({ parentId }) => parentId);
  const known = new Set(given.map(({ id }) => id));
  const roots = given.filter(({ parentId }) => parentId === null || !known.has(parentId));
  const messages: FileMessage[] = [];
  const byId = new Map<string, FileMessage>();
  /** For each message of the export the one here that says it. */
  const leafOf = new Map<string, string>();
  const seen = new Set<string>();
  // Depth first with a list of its own: a long conversation is a deep tree.
  const open = roots.toReversed().map((message) => ({ message, behind: null as FileMessage | null }));
  const add = (message: FileMessage) => {
    messages.push(message);
    byId.set(message.id, message);
    return message;
  };
  for (let next = open.pop(); next; next = open.pop()) {
    const { message, behind } = next;
    if (seen.has(message.id)) continue;
    seen.add(message.id);
    let at = behind;
    if (message.role !== null && (message.text !== '' || message.attachments.length > 0)) {
      at = place(message, behind, add, from, startedAt);
    }
    if (at) leafOf.set(message.id, at.id);
    for (const child of (children.get(message.id) ?? []).toReversed()) open.push({ message: child, behind: at });
  }
  return { messages, leafOf };
}

function place(
  message: ForeignMessage,
  behind: FileMessage | null,
  add: (message: FileMessage) => FileMessage,
  from: 'chatgpt' | 'claude',
  startedAt: number,
): FileMessage {
  const role = message.role ?? 'assistant';
  const createdAt = new Date(message.at ?? (behind ? Date.parse(behind.createdAt) : startedAt)).toISOString();
  const attachments = message.attachments.map((id) => ({ type: 'attachment' as const, id }));
  const text = { type: 'text' as const, text: message.text.slice(0, MAX_TEXT) };
  if (behind?.role === role) {
    // One side has written several in a row: they are one message.
    behind.parts.splice(behind.parts.findLastIndex(({ type }) => type === 'text') + 1, 0, text);
    behind.parts.push(...attachments);
    return behind;
  }
  const parent = behind === null && role === 'assistant' ? add(emptyQuestion(message.id, createdAt)) : behind;
  const source = role === 'assistant' ? [{ type: 'source' as const, from, model: message.model }] : [];
  const parts = [...(message.text === '' ? [] : [text]), ...attachments, ...source];
  return add({ id: message.id, parentId: parent?.id ?? null, role, parts, chosen: null, createdAt });
}

function emptyQuestion(id: string, createdAt: string): FileMessage {
  return { id: `${id}-question`, parentId: null, role: 'user', parts: [], chosen: null, createdAt };
}

/** Where the last question has no answer, an empty one stands there, so that the question is shown. */
export function withLastAnswers(messages: FileMessage[], from: 'chatgpt' | 'claude'): FileMessage[] {
  const parents = new Set(messages.map(({ parentId }) => parentId));
  const open = messages.filter(({ id, role }) => role === 'user' && !parents.has(id));
  const answers = open.map(
    ({ id, createdAt }): FileMessage => ({
      ...{ id: `${id}-answer`, parentId: id, role: 'assistant', createdAt, chosen: null },
      parts: [{ type: 'source', from, model: null }],
    }),
  );
  return [...messages, ...answers];
}
