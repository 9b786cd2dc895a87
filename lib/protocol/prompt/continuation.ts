import type { PromptMessage } from '../prompt-message';
import type { RunState, SlotState } from '../state';

const CONTINUE =
  'Your reply reached the limit on its length and was cut off. Go on exactly where it stops: repeat nothing, say nothing about the interruption, begin with the very next character.';

/** A presentation that a limit has cut goes on behind what it has written so far. */
export function continuation({ presentation }: RunState, { call }: SlotState): PromptMessage[] {
  if (!call || presentation?.callId !== call.callId || presentation.settled === 0) return [];
  const written = presentation.text.slice(0, presentation.settled);
  return [
    { role: 'assistant', text: written, toolCalls: [] },
    { role: 'user', parts: [{ type: 'text', text: CONTINUE }] },
  ];
}

export function isOfPresentation({ items }: SlotState, callId: string): boolean {
  return items.some((item) => item.kind === 'call' && item.callId === callId && item.phase === 'presentation');
}
