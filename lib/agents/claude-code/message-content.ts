import { createHash } from 'node:crypto';
import { isContextCall } from '@/lib/protocol/prompt/context-messages';
import { resultPart } from '@/lib/protocol/prompt/told-parts';
import type { PromptMessage, RequestParts, ToolDefinition, UserPart } from '@/lib/protocol/prompt-message';
import { isWorkflowTool } from '@/lib/protocol/workflow-tools';

/** What is said to the model, in order. */
export type Content = UserPart[];

const text = (value: string): UserPart => ({ type: 'text', text: value });

/** The result of work that a model has done: not of an action, which the protocol has judged, nor given to it. */
export function isOwnWork(message: PromptMessage): boolean {
  return message.role === 'tool' && !isWorkflowTool(message.tool) && !isContextCall(message.toolCallId);
}

/** Tells whether an entry is the same as before. */
export function entryKey(part: UserPart): string {
  return createHash('sha256').update(JSON.stringify(part)).digest('base64url');
}

/** For a model that knows nothing yet: all that has been said, each part under its label. */
export function wholeConversation({ earlier, own, input, since }: RequestParts): Content {
  const before = earlier.flatMap((message) => labelled(message, 'The person asked', 'The answer was'));
  const after = since.flatMap((message) => labelled(message, null, 'You wrote'));
  const kept = own ? partsOf(own) : [];
  return [
    ...(before.length > 0 ? [text('The conversation so far:'), ...before] : []),
    ...kept,
    ...(before.length + kept.length > 0 ? [text('Now the person asks:')] : []),
    ...partsOf(input),
    ...(after.some(saysOwnWork) ? [text('You have worked on this before, in a session that has ended:')] : []),
    ...after,
  ];
}

export function partsOf(message: PromptMessage): Content {
  return message.role === 'user' ? message.parts : [];
}

function saysOwnWork(part: UserPart): boolean {
  return part.type === 'text' && part.text.startsWith('You ');
}

function labelled(message: PromptMessage, user: string | null, assistant: string): Content {
  switch (message.role) {
    case 'system':
      return [];
    case 'user':
      return user === null ? message.parts : [text(`${user}:`), ...message.parts];
    case 'tool':
      return [resultPart(message)];
    case 'assistant':
      return [
        ...(message.text.trim() ? [text(`${assistant}:\n\n${message.text}`)] : []),
        ...message.toolCalls
          .filter(({ toolCallId }) => !isContextCall(toolCallId))
          .map((call) => text(`You called ${call.tool} with ${JSON.stringify(call.arguments)}`)),
      ];
  }
}

/** The answer of the turn before, for a process that took part in that turn and may not know how it ended. */
export function finalAnswerNote(earlier: PromptMessage[]): Content {
  const last = earlier.at(-1);
  if (last?.role !== 'assistant') return [text('The turn before ended without an answer. The person goes on:')];
  return [text(`The answer that the person got in the end:\n\n${last.text}`), text('The person goes on:')];
}

/** What may be done now; last, because it changes from step to step. */
export function offer(tools: ToolDefinition[]): Content {
  const actions = tools.filter(({ name }) => isWorkflowTool(name));
  if (actions.length === 0) return [];
  const names = actions.map((tool) => tool.name).join(', ');
  const ids = votable(tools);
  return [text(`Act now with one of: ${names}.${ids.length > 0 ? ` Valid answer_id: ${ids.join(', ')}.` : ''}`)];
}

function votable(tools: ToolDefinition[]): string[] {
  const vote = tools.find(({ name }) => name === 'vote')?.parameters as
    | { properties?: { answer_id?: { enum?: string[] } } }
    | undefined;
  return vote?.properties?.answer_id?.enum ?? [];
}

/** Only the text of it, for a tool's result. */
export function contentText(content: Content): string {
  return content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n\n');
}
