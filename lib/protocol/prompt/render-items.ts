import { decidesByEvidence } from '../decision/decides-by-evidence';
import { agentOf } from '../decision/helpers';
import { type Rendering, renderingOf } from '../fit/rendering';
import type { KeptPart, PromptMessage, RequestMessage, ToolCallPart } from '../prompt-message';
import type { Note, RunState, SlotItem, SlotState } from '../state';
import { answerOf } from '../voting/current-answers';
import { renderAnswers } from './answers-block';
import { ownResults, peerResults } from './check-results-block';
import { contextMessages } from './context-messages';
import { continuation, isOfPresentation } from './continuation';
import { hasOtherWrappers } from './has-other-wrappers';
import { renderNotes } from './notes-block';
import { presentationText } from './presentation-text';
import { shortAnswer } from './short-answers';
import { shortArguments } from './short-arguments';
import { shortResult } from './short-results';
import { shortWork } from './short-work';

const LOOK =
  'Everybody has answered, and the answers differ. Of each other conclusion you are shown one answer. Check them against your own. Publish a new answer if you now see that yours is wrong or can be made clearly better; else keep it.';
const AGAIN = 'Act again: publish a new answer if what you know now changes yours, else keep it.';

type Assistant = Extract<PromptMessage, { role: 'assistant' }>;
type ToolItem = Extract<SlotItem, { kind: 'tool' }>;

/**
 * The slot's own conversation as messages, in order and append-only, so that providers can cache the beginning. Text that came
 * to nothing, reasoning and tool calls without a result are not part of it.
 */
export function renderItems(
  state: RunState,
  slot: SlotState,
  rendering = renderingOf(state, slot.slot),
): RequestMessage[] {
  const isAble = agentOf(state, slot.slot)?.canCallTools ?? true;
  // The backend, or the way of asking it, may have been another one when an item came about.
  const first = slot.items.find(changesTools);
  let wasAble = first?.couldCallTools ?? isAble;
  const messages: RequestMessage[] = [];
  const results: PromptMessage[] = [];
  let kept: KeptPart[] | null = null;
  let assistant: Assistant | null = null;
  let round: number | undefined;
  const flush = () => {
    if (assistant) messages.push(assistant, ...results.splice(0));
    assistant = null;
    kept = null;
  };
  const open = (): Assistant => {
    assistant ??= { role: 'assistant', text: '', toolCalls: [] };
    return assistant;
  };
  for (const item of slot.items) {
    if (item.kind === 'text' && !item.abandoned) {
      if (results.length > 0) flush();
      open().text += shortWork(state, slot.slot, rendering, item.text);
    } else if (item.kind === 'tool') {
      const given = item.result ?? publishedResult(state, slot, item);
      if (!given) continue;
      const result = { ...given, text: shortResult(state, slot, rendering, item, given.text) };
      const call = { ...item, arguments: shortArguments(state, slot.slot, rendering, item) };
      // What the model called after it had seen results is another reply.
      if (results.length > 0 && item.round !== round && !isOf(kept, item)) flush();
      round = item.round;
      const form = item.inText ? 'in the text' : toolForm(slot, wasAble, isAble);
      if (form === 'calls') addCall(open(), call, shortKept(kept, rendering));
      else open().text += form === 'described' ? describeCall(call, isAble) : '';
      results.push(form === 'calls' ? toolResult(item, result) : resultText(item, result));
    } else if (item.kind === 'kept') {
      if (results.length > 0) flush();
      kept = item.parts;
    } else {
      if (changesTools(item)) wasAble = item.canCallTools;
      // A new request began here, so what follows is another reply, even when the item itself says nothing.
      if (['call', 'reminder', 'delivered', 'switched'].includes(item.kind)) flush();
      if (item.kind === 'switched') dropKept(messages);
      const text = userText(state, slot, item, rendering);
      if (text !== null) messages.push({ role: 'user', parts: [{ type: 'text', text }] });
      if (item.kind === 'delivered' && item.toolCallId === null) {
        const ofOthers = (item.contexts ?? []).filter(({ kind }) => kind !== 'own');
        messages.push(...contextMessages(ofOthers, isAble && slot.call?.phase !== 'presentation', rendering));
      }
    }
  }
  flush();
  return [...messages, ...continuation(state, slot)];
}

function changesTools(item: SlotItem): item is Extract<SlotItem, { kind: 'switched' | 'adapted' }> {
  return item.kind === 'switched' || item.kind === 'adapted';
}

/**
 * How a tool call stands in the request: as a call; described, since providers refuse calls in a request that offers no tools and
 * some models cannot make any; or not at all, since the text of a model that could not call tools holds it already.
 */
function toolForm(slot: SlotState, wasAble: boolean, isAble: boolean): 'calls' | 'described' | 'in the text' {
  if (!wasAble) return 'in the text';
  const offersTools = slot.call?.phase !== 'presentation' || slot.call.offered !== undefined;
  return isAble && offersTools ? 'calls' : 'described';
}

/** For a model that cannot call tools, in the form in which it is asked to act itself. */
function describeCall(item: ToolItem, isAble: boolean): string {
  const tool = nameOf(item);
  const { arguments: args } = item;
  if (isAble) return `\n\n[${tool}] ${JSON.stringify(args)}`;
  return `\n\n\`\`\`json\n${JSON.stringify({ tool, arguments: args })}\n\`\`\``;
}

/** A crash may come between an answer and its tool's result; the agent must not take it for lost (P22). */
function publishedResult(state: RunState, slot: SlotState, item: ToolItem): { text: string; isError: boolean } | null {
  if (item.server !== undefined || item.tool !== 'new_answer' || item.callId === slot.call?.callId) return null;
  const content = (item.arguments as { content?: unknown } | null)?.content;
  const answer = state.answers.find((candidate) => candidate.slot === slot.slot && candidate.content === content);
  return answer ? { text: `Published as ${answer.answerId}.`, isError: false } : null;
}

function resultText(item: ToolItem, { text }: { text: string }): PromptMessage {
  return { role: 'user', parts: [{ type: 'text', text: `[${nameOf(item)}] ${text}` }] };
}

/** By which the model calls the tool. */
function nameOf({ name, tool }: ToolItem): string {
  return name ?? tool;
}

/** Another backend can do nothing with it. */
function dropKept(messages: RequestMessage[]): void {
  for (const message of messages) if (message.role === 'assistant') delete message.kept;
}

function addCall(assistant: Assistant, item: ToolItem, kept: KeptPart[] | null): void {
  assistant.toolCalls.push(toolCall(item));
  if (kept && isOf(kept, item)) assistant.kept = kept;
}

/** Reasoning goes back as it came. */
function shortKept(kept: KeptPart[] | null, { isShortened, shorten }: Rendering): KeptPart[] | null {
  if (!kept || !isShortened) return kept;
  const piece = { kind: 'work' as const, name: 'what you wrote', source: null };
  return kept.map((part) =>
    part.kind === 'text' && part.text ? { ...part, text: shorten({ ...piece, text: part.text }) } : part,
  );
}

/** The call was made in the reply of which this was kept. */
function isOf(kept: KeptPart[] | null, { toolCallId }: ToolItem): boolean {
  return kept?.some((part) => part.toolCallId === toolCallId) ?? false;
}

function toolCall(item: ToolItem): ToolCallPart {
  return { toolCallId: item.toolCallId, tool: nameOf(item), arguments: item.arguments };
}

function toolResult(item: ToolItem, result: { text: string; isError: boolean }): PromptMessage {
  const { text, isError } = result;
  return { role: 'tool', toolCallId: item.toolCallId, tool: nameOf(item), result: text, isError };
}

/** What the item says to the agent, or `null` when it says nothing. */
function userText(state: RunState, slot: SlotState, item: SlotItem, rendering: Rendering): string | null {
  switch (item.kind) {
    case 'delivered':
      return deliveredText(state, item, rendering);
    case 'reminder':
      // A refused tool call has already said it in its result, and a presentation goes on behind its own text.
      return repliesToTool(slot, item) || isOfPresentation(slot, item.callId) ? null : item.because;
    case 'call':
      return callText(state, slot, item, rendering);
    default:
      return null;
  }
}

function deliveredText(
  state: RunState,
  item: Extract<SlotItem, { kind: 'delivered' }>,
  rendering: Rendering,
): string | null {
  const parts = item.steers.map(({ text }) => `The person who asked adds:\n\n${text}`);
  const noteIds = item.noteIds ?? [];
  const notes = noteIds.length > 0 ? state.notes.filter((note) => noteIds.includes(note.noteId)) : [];
  const answers = item.answerIds.flatMap((id) => answerOf(state, id) ?? []);
  if (answers.length > 0 && item.toolCallId === null) {
    const short = answers.map((answer) => shortAnswer(state, rendering, answer));
    parts.push(renderAnswers(short, hasOtherWrappers(state.team)));
  }
  const found = item.toolCallId === null ? peerResults(state, item.answerIds) : null;
  if (found !== null) parts.push(found);
  if (item.checked) parts.push(ownResults(state, item.checked));
  if (notes.length > 0) parts.push(renderNotes(notes.map((note) => shortNote(note, rendering))));
  return parts.length > 0 ? parts.join('\n\n') : null;
}

function shortNote(note: Note, { shorten }: Rendering): Note {
  const { noteId, text } = note;
  return { ...note, text: shorten({ kind: 'note', name: `note ${noteId}`, source: noteId, text }) };
}

function callText(
  state: RunState,
  slot: SlotState,
  item: Extract<SlotItem, { kind: 'call' }>,
  rendering: Rendering,
): string | null {
  const isFirst = slot.items.find((candidate) => candidate.kind === 'call') === item;
  switch (item.phase) {
    case 'coordination':
      if (decidesByEvidence(state.team)) return isFirst ? null : item.lines ? LOOK : AGAIN;
      return isFirst
        ? null
        : 'Act again: publish a new answer only if you can clearly improve on the best one, else vote.';
    case 'vote':
      return 'Publishing is over for you. Vote for the best answer.';
    case 'runoff':
      return `The vote was a tie. Vote once more, among the tied answers only${state.runoff ? `: ${state.runoff.join(', ')}` : ''}.`;
    case 'presentation':
      // Told once, with what holds now; an earlier presentation failed or was interrupted.
      return state.slots.length > 1 && item.callId === slot.call?.callId ? presentationText(state, rendering) : null;
    case 'comparison':
    case 'check':
    case 'ballot':
    case 'judge':
      // Their requests say it themselves.
      return null;
  }
}

function repliesToTool(slot: SlotState, item: SlotItem): boolean {
  const before = slot.items.slice(0, slot.items.indexOf(item)).findLast((other) => other.kind !== 'delivered');
  return before?.kind === 'tool';
}
