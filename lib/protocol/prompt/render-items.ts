import type { PromptMessage, RequestMessage, ToolCallPart } from '../prompt-message';
import { isSharing } from '../sharing';
import type { RunState, SlotItem, SlotState } from '../state';
import { answerOf } from '../voting/current-answers';
import { renderAnswers } from './answers-block';
import { contextMessages } from './context-messages';
import { renderNotes } from './notes-block';
import { presentationText } from './presentation-text';

type Assistant = Extract<PromptMessage, { role: 'assistant' }>;
type ToolItem = Extract<SlotItem, { kind: 'tool' }>;

/**
 * The slot's own conversation as messages, in order and append-only, so that providers can cache the beginning. Text that came
 * to nothing, reasoning and tool calls without a result are not part of it.
 */
export function renderItems(state: RunState, slot: SlotState): RequestMessage[] {
  const isAble = state.team?.agents.find((agent) => agent.slot === slot.slot)?.canCallTools ?? true;
  // The backend may have been another one when an item came about.
  const first = slot.items.find((item) => item.kind === 'switched');
  let wasAble = first?.couldCallTools ?? isAble;
  const messages: RequestMessage[] = [];
  const results: PromptMessage[] = [];
  let assistant: Assistant | null = null;
  let round: number | undefined;
  const flush = () => {
    if (assistant) messages.push(assistant, ...results.splice(0));
    assistant = null;
  };
  const open = (): Assistant => {
    assistant ??= { role: 'assistant', text: '', toolCalls: [] };
    return assistant;
  };
  for (const item of slot.items) {
    if (item.kind === 'text' && !item.abandoned) {
      if (results.length > 0) flush();
      open().text += item.text;
    } else if (item.kind === 'tool') {
      const result = item.result ?? publishedResult(state, slot, item);
      if (!result) continue;
      // What the model called after it had seen results is another reply.
      if (results.length > 0 && item.round !== round) flush();
      round = item.round;
      const form = toolForm(slot, wasAble, isAble);
      if (form === 'calls') open().toolCalls.push(toolCall(item));
      else open().text += form === 'described' ? describeCall(item, isAble) : '';
      results.push(form === 'calls' ? toolResult(item, result) : resultText(item, result));
    } else {
      if (item.kind === 'switched') wasAble = item.canCallTools;
      // A new request began here, so what follows is another reply, even when the item itself says nothing.
      if (item.kind === 'call' || item.kind === 'reminder' || item.kind === 'delivered') flush();
      const text = userText(state, slot, item);
      if (text !== null) messages.push({ role: 'user', parts: [{ type: 'text', text }] });
      if (item.kind === 'delivered' && item.toolCallId === null) {
        const ofOthers = (item.contexts ?? []).filter(({ kind }) => kind !== 'own');
        messages.push(...contextMessages(ofOthers, isAble && slot.call?.phase !== 'presentation'));
      }
    }
  }
  flush();
  return messages;
}

/**
 * How a tool call stands in the request: as a call; described, since providers refuse calls in a request that offers no tools and
 * some models cannot make any; or not at all, since the text of a model that could not call tools holds it already.
 */
function toolForm(slot: SlotState, wasAble: boolean, isAble: boolean): 'calls' | 'described' | 'in the text' {
  if (!wasAble) return 'in the text';
  return isAble && slot.call?.phase !== 'presentation' ? 'calls' : 'described';
}

/** For a model that cannot call tools, in the form in which it is asked to act itself. */
function describeCall({ tool, arguments: args }: ToolItem, isAble: boolean): string {
  if (isAble) return `\n\n[${tool}] ${JSON.stringify(args)}`;
  return `\n\n\`\`\`json\n${JSON.stringify({ tool, arguments: args })}\n\`\`\``;
}

/** A crash may come between an answer and its tool's result; the agent must not take it for lost (P22). */
function publishedResult(state: RunState, slot: SlotState, item: ToolItem): { text: string; isError: boolean } | null {
  if (item.tool !== 'new_answer' || item.callId === slot.call?.callId) return null;
  const content = (item.arguments as { content?: unknown } | null)?.content;
  const answer = state.answers.find((candidate) => candidate.slot === slot.slot && candidate.content === content);
  return answer ? { text: `Published as ${answer.answerId}.`, isError: false } : null;
}

function resultText(item: ToolItem, { text }: { text: string }): PromptMessage {
  return { role: 'user', parts: [{ type: 'text', text: `[${item.tool}] ${text}` }] };
}

function toolCall(item: ToolItem): ToolCallPart {
  return { toolCallId: item.toolCallId, tool: item.tool, arguments: item.arguments };
}

function toolResult(item: ToolItem, result: { text: string; isError: boolean }): PromptMessage {
  return { role: 'tool', toolCallId: item.toolCallId, tool: item.tool, result: result.text, isError: result.isError };
}

/** What the item says to the agent, or `null` when it says nothing. */
function userText(state: RunState, slot: SlotState, item: SlotItem): string | null {
  switch (item.kind) {
    case 'delivered':
      return deliveredText(state, item);
    case 'reminder':
      // A refused tool call has already said it in its result.
      return repliesToTool(slot, item) ? null : item.because;
    case 'call':
      return callText(state, slot, item);
    default:
      return null;
  }
}

function deliveredText(state: RunState, item: Extract<SlotItem, { kind: 'delivered' }>): string | null {
  const parts = item.steers.map((text) => `The person who asked adds:\n\n${text}`);
  const noteIds = item.noteIds ?? [];
  const notes = noteIds.length > 0 ? state.notes.filter((note) => noteIds.includes(note.noteId)) : [];
  const answers = item.answerIds.flatMap((id) => answerOf(state, id) ?? []);
  if (answers.length > 0 && item.toolCallId === null) parts.push(renderAnswers(answers, isSharing(state.team)));
  if (notes.length > 0) parts.push(renderNotes(notes));
  return parts.length > 0 ? parts.join('\n\n') : null;
}

function callText(state: RunState, slot: SlotState, item: Extract<SlotItem, { kind: 'call' }>): string | null {
  const isFirst = slot.items.find((candidate) => candidate.kind === 'call') === item;
  switch (item.phase) {
    case 'coordination':
      return isFirst
        ? null
        : 'Act again: publish a new answer only if you can clearly improve on the best one, else vote.';
    case 'vote':
      return 'Publishing is over for you. Vote for the best answer.';
    case 'runoff':
      return `The vote was a tie. Vote once more, among the tied answers only${state.runoff ? `: ${state.runoff.join(', ')}` : ''}.`;
    case 'presentation':
      // Told once, with what holds now; an earlier presentation failed or was interrupted.
      return state.slots.length > 1 && item.callId === slot.call?.callId ? presentationText(state) : null;
  }
}

function repliesToTool(slot: SlotState, item: SlotItem): boolean {
  const before = slot.items.slice(0, slot.items.indexOf(item)).findLast((other) => other.kind !== 'delivered');
  return before?.kind === 'tool';
}
