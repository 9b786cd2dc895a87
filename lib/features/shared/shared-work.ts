import type { RunEvent } from '@/lib/protocol/event';
import { type NameOf, nameOfWhom } from '@/lib/protocol/projection/named-by';
import type { SharedWork } from '@/lib/protocol/projection/shared-view';

type Tool = Extract<SharedWork, { kind: 'tool' }>;

/** Tool calls with their results, notes, steering and errors, from what an audience sees of the log; people by name where they are told. */
export function sharedWork(events: RunEvent[], nameOf: NameOf | null): SharedWork[] {
  const tools = new Map<string, Tool>();
  return events.flatMap((event): SharedWork[] => {
    const { seq, at } = event;
    switch (event.type) {
      case 'tool.called': {
        const { slot, server = null, tool, arguments: given } = event;
        const call: Tool = {
          ...{ kind: 'tool', seq, at, slot, server, tool, arguments: given },
          ...{ result: null, bytes: 0, isError: false, tookMs: null },
        };
        tools.set(`${event.slot} ${event.toolCallId}`, call);
        return [call];
      }
      case 'tool.finished': {
        const call = tools.get(`${event.slot} ${event.toolCallId}`);
        if (!call) return [];
        const { result, isError, tookMs, content } = event;
        const bytes = content?.reduce((sum, part) => sum + part.bytes, 0) ?? Buffer.byteLength(result);
        Object.assign(call, { result, isError, tookMs, bytes });
        return [];
      }
      case 'note.posted':
        return [{ kind: 'note', seq, at, slot: event.slot, to: event.to ?? null, text: event.text }];
      case 'steer.received':
        return [{ kind: 'steer', seq, at, slot: event.slot ?? null, text: event.text, by: nameOfWhom(event, nameOf) }];
      case 'agent.failed':
        return [{ kind: 'error', seq, at, slot: event.slot, ...event.error }];
      case 'mcp.unavailable':
        return [{ kind: 'error', seq, at, slot: event.slot, code: event.server, message: event.error }];
      default:
        return [];
    }
  });
}
