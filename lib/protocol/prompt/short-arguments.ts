import type { Rendering } from '../fit/rendering';
import type { RunState, SlotItem } from '../state';
import type { Slot } from '../team';
import { shortAnswer } from './short-answers';

type ToolItem = Extract<SlotItem, { kind: 'tool' }>;

/** The arguments of a tool call with the long texts among them shortened; a published answer keeps as much as those of others. */
export function shortArguments(
  state: RunState,
  slot: Slot,
  rendering: Rendering,
  { tool, arguments: args }: Pick<ToolItem, 'tool' | 'arguments'>,
): unknown {
  if (!rendering.isShortened) return args;
  const published = tool === 'new_answer' ? ownAnswer(state, slot, args) : undefined;
  if (published) return { ...(args as object), content: shortAnswer(state, rendering, published).content };
  const name = `what you gave to ${tool}`;
  return shortTexts(args, (text) => rendering.shorten({ kind: 'work', name, source: null, text }));
}

function ownAnswer(state: RunState, slot: Slot, args: unknown) {
  const content = (args as { content?: unknown } | null)?.content;
  return state.answers.find((answer) => answer.slot === slot && answer.content === content);
}

function shortTexts(value: unknown, shorten: (text: string) => string): unknown {
  if (typeof value === 'string') return shorten(value);
  if (Array.isArray(value)) return value.map((entry) => shortTexts(entry, shorten));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, shortTexts(entry, shorten)]));
}
