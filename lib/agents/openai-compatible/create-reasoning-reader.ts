import type { KeptPart } from '@/lib/protocol/prompt-message';
import type { ChatDelta } from './chat-chunk';
import { textOf } from './read-content';

/** The fields in which servers send reasoning, and take it back. */
const FIELDS = ['reasoning_content', 'reasoning', 'reasoning_text'] as const;

type Field = (typeof FIELDS)[number];
type Detail = Record<string, unknown>;

/** How this server sends reasoning, in the `data` of what it wants back: a field of the message, or parts of its content (Mistral). */
export interface ChatReasoning {
  field?: Field | 'content';
  /** OpenRouter: what its providers have signed or encrypted. */
  details?: Detail[];
}

export interface ReasoningReader {
  /** What the delta says of the model's reasoning. */
  push(delta: ChatDelta): string;
  /** Reasoning that came as a part of the content. */
  pushPart(text: string): void;
  /** What has to come back with these tool calls of the reply. `extras` = of a call what belongs to it. */
  kept(toolCallIds: string[], extras: ReadonlyMap<string, unknown>): KeptPart[];
}

/** Reads what a streamed reply says of its reasoning and remembers how, since it has to come back with tool calls in the same form. */
export function createReasoningReader(): ReasoningReader {
  const details: Detail[] = [];
  let field: ChatReasoning['field'];
  let text = '';

  return {
    push(delta) {
      const given = delta.reasoning_details;
      if (Array.isArray(given)) for (const detail of given) if (isDetail(detail)) addDetail(details, detail);
      const found = fieldOf(delta);
      if (!found && !given) return '';
      const piece = found ? textOf(delta[found]) : Array.isArray(given) ? textOf(given) : '';
      if (piece === '') return '';
      if (found) field ??= found;
      text += piece;
      return piece;
    },
    pushPart(piece) {
      field ??= 'content';
      text += piece;
    },
    kept(toolCallIds, extras) {
      const hasReasoning = text !== '' || details.length > 0;
      if (!hasReasoning && extras.size === 0) return [];
      const data: ChatReasoning = { ...(field && { field }), ...(details.length > 0 && { details }) };
      const calls = toolCallIds.map((toolCallId): KeptPart => {
        const extra = extras.get(toolCallId);
        return { kind: 'tool', toolCallId, ...(extra !== undefined && { data: extra }) };
      });
      return hasReasoning ? [{ kind: 'reasoning', text, data }, ...calls] : calls;
    },
  };
}

/** The field of the delta that has reasoning. */
function fieldOf(delta: ChatDelta): Field | undefined {
  for (const name of FIELDS) if (delta[name] && textOf(delta[name]) !== '') return name;
  return undefined;
}

/** Pieces of one detail have the same index; its texts are joined. */
function addDetail(details: Detail[], piece: Detail): void {
  const before = details.find(({ index, type }) => index !== undefined && index === piece.index && type === piece.type);
  if (!before) {
    details.push({ ...piece });
    return;
  }
  for (const [name, value] of Object.entries(piece)) {
    const isText = name === 'text' || name === 'summary' || name === 'data';
    const known = before[name];
    before[name] = isText && typeof known === 'string' && typeof value === 'string' ? known + value : (value ?? known);
  }
}

function isDetail(value: unknown): value is Detail {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
