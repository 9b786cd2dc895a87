import type { EventStamp } from './event';
import type { RunState, SlotItem, SlotState } from './state';
import type {
  KeptContent,
  McpUnavailable,
  ResultContent,
  ToolCalled,
  ToolFinished,
  ToolProgress,
  ToolStarted,
  ToolsOffered,
} from './tool-event';
import { updateSlot } from './update-slot';
import { isAction } from './workflow-tools';

type ToolEvent = EventStamp & (ToolsOffered | McpUnavailable | ToolCalled | ToolStarted | ToolProgress | ToolFinished);
type ToolItem = Extract<SlotItem, { kind: 'tool' }>;

/** What a call may use, what it has called, and what came of it. */
export function evolveTool(state: RunState, event: ToolEvent): RunState {
  const before = event.type === 'tool.called' ? withWorking(state, event) : state;
  return updateSlot(before, event.slot, (slot) =>
    slot.call?.callId === event.callId ? evolveSlot(slot, event) : slot,
  );
}

function evolveSlot(slot: SlotState, event: ToolEvent): SlotState {
  const { call, items } = slot;
  if (!call) return slot;
  switch (event.type) {
    case 'tools.offered':
      return event.hash === null ? slot : { ...slot, call: { ...call, offered: event.hash } };
    case 'mcp.unavailable': {
      const { callId, server, error, signIn } = event;
      const item = { kind: 'unavailable' as const, callId, server, error, ...(signIn !== undefined && { signIn }) };
      return { ...slot, items: [...items, item] };
    }
    case 'tool.called': {
      const hasToolWork = call.hasToolWork || !isAction(event);
      return { ...slot, call: { ...call, hasToolWork, writing: null }, items: [...items, calledItem(items, event)] };
    }
    case 'tool.started':
      return { ...slot, items: withTool(items, event, (item) => ({ ...item, isStarted: true })) };
    case 'tool.progress':
      return { ...slot, items: withTool(items, event, (item) => ({ ...item, progress: event.text })) };
    case 'tool.finished': {
      const { result: text, isError, tookMs, stored, content = [], steps, isKnown } = event;
      const kept = content.filter(isKept);
      const more = {
        ...(stored && { stored }),
        ...(kept.length > 0 && { kept }),
        ...(steps && { steps }),
        ...(isKnown && { isKnown }),
      };
      const result = { text, isError, tookMs, ...more };
      const after = withTool(items, event, ({ progress: _, ...item }) => ({ ...item, result }));
      // The step is over; the next one of the call starts without tool work of its own.
      return {
        ...slot,
        call: { ...call, hasToolWork: isToolRunning(after, call.callId), request: 'due' },
        items: after,
      };
    }
  }
}

function calledItem(items: SlotItem[], event: EventStamp & ToolCalled): ToolItem {
  const { callId, toolCallId, server, tool, name, effects, at, inText } = event;
  return {
    kind: 'tool',
    callId,
    toolCallId,
    ...(server === undefined ? {} : { server, round: roundOf(items, callId) }),
    tool,
    ...(name !== undefined && { name }),
    arguments: event.arguments,
    ...(effects && { effects }),
    ...(inText && { inText }),
    result: null,
    at,
  };
}

function isKept(content: ResultContent): content is KeptContent {
  return content.hash !== undefined;
}

function withTool(
  items: SlotItem[],
  { toolCallId, callId }: { toolCallId: string; callId: string },
  change: (item: ToolItem) => ToolItem,
): SlotItem[] {
  return items.map((item) =>
    item.kind === 'tool' && item.toolCallId === toolCallId && item.callId === callId ? change(item) : item,
  );
}

/** What a presentation says before it calls a tool is its working; the final answer is what it says in the end. */
function withWorking(state: RunState, { slot, callId, server }: ToolCalled): RunState {
  const { presentation } = state;
  if (server === undefined || presentation?.callId !== callId) return state;
  const text = presentation.text.slice(presentation.settled);
  if (text === '') return state;
  const working = [presentation.working, text.trim()].filter(Boolean).join('\n\n');
  const settled = { ...presentation, text: presentation.text.slice(0, presentation.settled), working };
  return updateSlot({ ...state, presentation: settled }, slot, (before) => ({
    ...before,
    items: [...before.items, { kind: 'text', callId, text, abandoned: false }],
  }));
}

/** A tool called behind a result belongs to the next reply. */
function roundOf(items: SlotItem[], callId: string): number {
  const last = items.findLast((item) => item.kind === 'tool' && item.callId === callId);
  if (last?.kind !== 'tool') return 1;
  return (last.round ?? 1) + (last.result === null ? 0 : 1);
}

/** True while a tool that is not one of the protocol's own runs in the call. */
function isToolRunning(items: SlotItem[], callId: string): boolean {
  return items.some(
    (item) => item.kind === 'tool' && item.callId === callId && item.result === null && !isAction(item),
  );
}
