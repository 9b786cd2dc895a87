import type { Adaptation, Body } from './adaptation';
import { textOfContent } from './chat-messages';

const NO_SYSTEM = [
  /system (?:role|message|prompt|instruction)s?.{0,60}(?:not (?:be )?(?:supported|allowed|enabled|permitted)|unsupported|invalid)/i,
  /(?:not|n['’]t) support.{0,40}['"`]?system\b/i,
  /(?:developer|system) instructions? (?:is|are) not enabled/i,
  /invalid (?:message )?role:? ['"`]?system|unknown variant ['"`]?system|unexpected role ['"`]?system/i,
  /only user and assistant roles|roles? must (?:be|alternate) .{0,10}user.?\/.?assistant/i,
];

/** A model without a place for a system message (Gemma and other templates): the text stands before the question. */
export const systemInQuestion: Adaptation = {
  name: 'system text in the question',
  demandedBy: ({ text }) => (NO_SYSTEM.some((pattern) => pattern.test(text)) ? '' : null),
  apply(body, _detail, format) {
    switch (format) {
      case 'chat':
        return inList(body, 'messages', isSystem);
      case 'responses':
        return inList(body, 'input', isSystem);
      case 'messages':
        return inMessages(body);
      case 'gemini':
        return inContents(body);
    }
  },
  says: () => 'the system text stands in the question',
};

interface Entry {
  role?: unknown;
  content?: unknown;
}

function isSystem({ role }: Entry): boolean {
  return role === 'system' || role === 'developer';
}

function inList(body: Body, field: 'messages' | 'input', isOne: (entry: Entry) => boolean): Body {
  const entries = Array.isArray(body[field]) ? (body[field] as Entry[]) : [];
  const text = entries
    .filter(isOne)
    .map(({ content }) => textOfContent(content))
    .join('\n\n');
  if (!text) return body;
  const part = field === 'input' ? { type: 'input_text', text } : { type: 'text', text };
  return {
    ...body,
    [field]: before(
      part,
      entries.filter((entry) => !isOne(entry)),
    ),
  };
}

function inMessages(body: Body): Body {
  const text = textOfContent(body.system);
  if (!text) return body;
  const { system: _, ...rest } = body;
  return { ...rest, messages: before({ type: 'text', text }, (body.messages ?? []) as Entry[]) };
}

function before(part: { type: string; text: string }, entries: Entry[]): Entry[] {
  const [first, ...rest] = entries;
  if (first?.role !== 'user') return [{ role: 'user', content: part.text }, ...entries];
  const { content } = first;
  const joined = typeof content === 'string' ? `${part.text}\n\n${content}` : [part, ...((content ?? []) as unknown[])];
  return [{ ...first, content: joined }, ...rest];
}

function inContents(body: Body): Body {
  const { systemInstruction, ...rest } = body;
  const parts = (systemInstruction as { parts?: { text?: string }[] } | undefined)?.parts ?? [];
  if (parts.length === 0) return body;
  const [first, ...others] = (body.contents ?? []) as { role?: string; parts?: unknown[] }[];
  const contents =
    first?.role === 'user'
      ? [{ ...first, parts: [...parts, ...(first.parts ?? [])] }, ...others]
      : [{ role: 'user', parts }, ...(first ? [first] : []), ...others];
  return { ...rest, contents };
}
