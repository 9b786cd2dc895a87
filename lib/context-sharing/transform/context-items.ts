import type { ContextItem } from '@/lib/context-sharing/context';
import { isOfBoard } from '@/lib/protocol/board-tools';
import { conversationOf } from '@/lib/protocol/decision/fresh-calls';
import type { Answer, Note, RunState, SlotItem, SlotState } from '@/lib/protocol/state';
import type { Slot } from '@/lib/protocol/team';
import { slotOf } from '@/lib/protocol/update-slot';
import { isAction } from '@/lib/protocol/workflow-tools';

type ToolItem = Extract<SlotItem, { kind: 'tool' }>;

/**
 * What the slot has done in the run so far, in the order of the log. Append-only: what an earlier state gave is the beginning of what
 * a later one gives, so it ends before the first thing whose end is still open: a tool that runs, text that may come to nothing.
 */
export function contextItems(state: RunState, slot: Slot): ContextItem[] {
  const found = slotOf(state, slot);
  if (!found) return [];
  const author = { ...found, items: conversationOf(found.items) };
  const place = placesOf(state, author);
  const items: ContextItem[] = [];
  const pieces: string[] = [];
  const flush = () => {
    const text = pieces.splice(0).join('');
    if (text.trim() !== '') items.push({ kind: 'text', text });
  };
  for (const [index, item] of author.items.entries()) {
    if (item.kind === 'call') {
      flush();
      items.push(...place.before(index));
    } else if (item.kind === 'text') {
      const end = endOfText(state, author, index, place);
      if (end === 'open') return items;
      if (end === 'kept') pieces.push(item.text);
    } else if (item.kind === 'tool') {
      flush();
      const placed = place.at(item);
      if (placed) items.push(placed);
      else if (item.result === null && author.call?.callId === item.callId) return items;
      else if (!isAction(item) && !isOfBoard(item)) items.push(toolOf(item));
    } else if (item.kind !== 'reasoning' && item.kind !== 'kept') flush();
  }
  flush();
  if (author.call === null) items.push(...place.before(author.items.length));
  return items;
}

interface Places {
  /** What the tool call has put on the board. */
  at(item: ToolItem): ContextItem | null;
  /** What no tool call of the log stands for, of the call that ended before this item. */
  before(index: number): ContextItem[];
}

/** Answers and notes stand where their tool was called, else at the end of their call. */
function placesOf(state: RunState, { slot, items }: SlotState): Places {
  const tied = new Map<ToolItem, ContextItem>();
  const untied = new Map<number, { seq: number; item: ContextItem }[]>();
  const segments = segmentsOf(items);
  const put = (entry: Answer | Note, item: ContextItem, fits: (tool: ToolItem) => boolean) => {
    const segment = segments.findLast(({ seq, callId }) =>
      'callId' in entry ? callId === entry.callId : seq < entry.seq,
    );
    const tool = segment?.tools.find((candidate) => !tied.has(candidate) && fits(candidate));
    if (tool) tied.set(tool, item);
    else {
      const end = segment?.end ?? items.length;
      untied.set(end, [...(untied.get(end) ?? []), { seq: entry.seq, item }]);
    }
  };
  for (const answer of state.answers) {
    if (answer.slot !== slot) continue;
    const { answerId, content } = answer;
    put(answer, { kind: 'answer', answerId, content }, (tool) => isCallOf(tool, 'new_answer', 'content', content));
  }
  for (const note of state.notes) {
    if (note.slot !== slot) continue;
    const { noteId, to, text } = note;
    put(note, { kind: 'note', noteId, to, text }, (tool) => isCallOf(tool, 'post_note', 'text', text));
  }
  return {
    at: (tool) => tied.get(tool) ?? null,
    before: (index) => (untied.get(index) ?? []).sort((a, b) => a.seq - b.seq).map(({ item }) => item),
  };
}

interface Segment {
  callId: string;
  seq: number;
  tools: ToolItem[];
  /** Index of the item behind it. */
  end: number;
}

function segmentsOf(items: SlotItem[]): Segment[] {
  const segments: Segment[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind === 'call') segments.push({ callId: item.callId, seq: item.seq, tools: [], end: index });
    const last = segments.at(-1);
    if (!last) continue;
    last.end = index + 1;
    if (item.kind === 'tool') last.tools.push(item);
  }
  return segments;
}

/** By its words: of several calls in one step only one may have been accepted. */
function isCallOf(item: ToolItem, tool: string, field: string, words: string): boolean {
  if (item.tool !== tool || item.result?.isError) return false;
  const given = (item.arguments as Record<string, unknown> | null)?.[field];
  return typeof given === 'string' && given.trim() === words.trim();
}

/**
 * Text counts once its step has ended: then the slot's own conversation keeps it. A step that published has ended well whatever
 * comes: its answer stays even when the process dies before its tool's result.
 */
function endOfText(
  { phase }: RunState,
  { items, call }: SlotState,
  index: number,
  place: Places,
): 'kept' | 'dropped' | 'open' {
  const text = items[index];
  if (text?.kind !== 'text') return 'dropped';
  for (let at = index + 1; at < items.length; at += 1) {
    const item = items[at];
    if (!item || !('callId' in item) || item.callId !== text.callId) continue;
    if (item.kind === 'reminder' || item.kind === 'delivered') return 'kept';
    if (item.kind === 'tool' && (item.result !== null || place.at(item) !== null)) return 'kept';
  }
  if (call?.callId === text.callId) return 'open';
  if (text.abandoned) return 'dropped';
  // A presentation that has ended may still be found to be none.
  const last = items.findLast((item) => item.kind === 'call');
  const isPresenting = last?.kind === 'call' && last.callId === text.callId && last.phase === 'presentation';
  return isPresenting && phase !== 'over' ? 'open' : 'kept';
}

function toolOf({ toolCallId, server, tool, arguments: args, result }: ToolItem): ContextItem {
  return {
    kind: 'tool',
    toolCallId,
    ...(server !== undefined && { server }),
    tool,
    arguments: args,
    result: result && { text: result.text, isError: result.isError },
    tookMs: result?.tookMs ?? null,
  };
}
