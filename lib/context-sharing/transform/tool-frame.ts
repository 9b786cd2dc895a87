import type { ContextItem } from '@/lib/context-sharing/context';
import type { ContextForm } from '@/lib/protocol/context-event';
import { plainAttribute, plainText } from '@/lib/protocol/prompt/plain-text';

export type ToolItem = Extract<ContextItem, { kind: 'tool' }>;

interface Frame {
  fixed: string[];
  bodies: string[];
}

/** A tool call with its arguments and its result. For a reader without tools in words, as it would imitate a call that it sees. */
export function toolFrame(item: ToolItem, form: ContextForm): Frame {
  const name = plainAttribute(item.tool);
  return form === 'text' ? inWords(item, name) : asTags(item, name);
}

function asTags({ toolCallId, arguments: args, result, tookMs }: ToolItem, name: string): Frame {
  const id = plainAttribute(toolCallId);
  const call = `<tool_call id="${id}" tool="${name}">\n`;
  const given = plainText(typeof args === 'string' ? args : (JSON.stringify(args) ?? ''));
  if (!result) return { fixed: [call, '\n</tool_call>\n[It was interrupted: there is no result.]'], bodies: [given] };
  const facts = `${result.isError ? ' error="true"' : ''}${tookMs === null ? '' : ` took_ms="${tookMs}"`}`;
  return {
    fixed: [call, `\n</tool_call>\n<tool_result id="${id}"${facts}>\n`, '\n</tool_result>'],
    bodies: [given, plainText(result.text.trimEnd())],
  };
}

function inWords({ arguments: args, result }: ToolItem, name: string): Frame {
  const given = plainText(linesOf(args));
  const label = `Work step “${name}”${result?.isError ? ', which failed' : ''}, done with:\n`;
  if (!result) return { fixed: [label, '\nIt was interrupted before anything came of it.'], bodies: [given] };
  return { fixed: [label, '\nIt gave:\n', ''], bodies: [given, plainText(result.text.trimEnd())] };
}

/** One line a field instead of JSON. */
function linesOf(args: unknown): string {
  if (typeof args === 'string') return args;
  if (typeof args !== 'object' || args === null) return args === undefined ? '' : JSON.stringify(args);
  return Object.entries(args)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join('\n');
}
