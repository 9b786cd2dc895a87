import type { AgentRecast, EventStamp } from './event';
import { stepBegin } from './evolve-call';
import type { KeptPart } from './prompt-message';
import type { RunState, SlotItem } from './state';
import { updateSlot } from './update-slot';

/** What the step has streamed as text so far was reasoning. */
export function recast(state: RunState, { slot, callId, at }: EventStamp & AgentRecast): RunState {
  const { presentation } = state;
  if (presentation?.callId !== callId) {
    return updateSlot(state, slot, (before) => ({ ...before, items: asReasoning(before.items, callId, at) }));
  }
  const text = presentation.text.slice(presentation.settled);
  const next = { ...state, presentation: { ...presentation, text: presentation.text.slice(0, presentation.settled) } };
  if (text === '') return next;
  const item: SlotItem = { kind: 'reasoning', callId, text, abandoned: false, startedAt: at, endedAt: at };
  return updateSlot(next, slot, (before) => ({ ...before, items: [...before.items, item] }));
}

function asReasoning(items: SlotItem[], callId: string, at: string): SlotItem[] {
  const begin = stepBegin(items, callId);
  return items.map((item, index) => {
    if (index < begin || item.kind !== 'text' || item.callId !== callId || item.abandoned) return item;
    return { kind: 'reasoning', callId, text: item.text, abandoned: false, startedAt: at, endedAt: at };
  });
}

/** The parts with their texts: a reasoning without one is what the step has streamed. */
export function fillKept(items: SlotItem[], callId: string, parts: KeptPart[]): KeptPart[] {
  if (parts.every(({ kind, text }) => kind !== 'reasoning' || text !== undefined)) return parts;
  const streamed = items
    .slice(stepBegin(items, callId))
    .flatMap((item) => (item.kind === 'reasoning' && item.callId === callId && !item.abandoned ? [item.text] : []));
  return parts.map((part) =>
    part.kind === 'reasoning' && part.text === undefined ? { ...part, text: streamed.join('') } : part,
  );
}
