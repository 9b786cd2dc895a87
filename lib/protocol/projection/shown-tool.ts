import type { EventStamp } from '../event';
import type { ResultContent, ToolCalled, ToolFinished } from '../tool-event';
import { type ShareSight, shows } from './audience';
import { withoutAddresses } from './without-addresses';

/** Words in the name of a tool that gives, or takes, the content of files or of other agents' contexts. */
const CONTENT =
  /^(?:read|reads|write|writes|edit|edits|multiedit|notebook|file|files|dir|directory|folder|document|documents|context|contexts|resource|resources|attachment|attachments|cat|grep|glob|ls|peer|blob)$/;

/** Of such a tool these arguments are names. */
const NAMES = /^(?:file|path|file_?path|filename|notebook_path)$/i;

/** A share shows of a call what its level says: of tools that read or write files or contexts only name and size, below `files`. */
export function shownCall(event: EventStamp & ToolCalled, sight: ShareSight): EventStamp & ToolCalled {
  const { seq, at, runId, type, slot, callId, toolCallId, server, tool, name, effects, inText } = event;
  return {
    ...{ seq, at, runId, type, slot, callId, toolCallId },
    ...(server !== undefined && { server }),
    tool,
    ...(name !== undefined && { name }),
    arguments: handlesContent(event) && !shows(sight, 'files') ? namesIn(event.arguments) : event.arguments,
    ...(effects && { effects }),
    ...(inText !== undefined && { inText }),
  };
}

/** The same of a result. Hashes, by which members read what is stored, stay. */
export function shownResult(event: EventStamp & ToolFinished, sight: ShareSight): EventStamp & ToolFinished {
  const { seq, at, runId, type, slot, callId, toolCallId, server, tool, result, isError, tookMs, content, stored } =
    event;
  const isHidden = handlesContent(event) && !shows(sight, 'files');
  const bytes = stored?.bytes ?? new TextEncoder().encode(result).length;
  const sizes: ResultContent[] = content?.map(sizeOf) ?? [{ kind: 'text', bytes }];
  return {
    ...{ seq, at, runId, type, slot, callId, toolCallId },
    ...(server !== undefined && { server }),
    tool,
    result: isHidden ? '' : isError ? withoutAddresses(result) : result,
    ...{ isError, tookMs },
    ...((isHidden || content) && { content: sizes }),
  };
}

function handlesContent({ tool }: { tool: string }): boolean {
  return tool
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .some((word) => CONTENT.test(word));
}

/** Names of files, without the folders of this machine. */
function namesIn(given: unknown): unknown {
  if (typeof given !== 'object' || given === null) return {};
  const named = Object.entries(given).filter(([key, value]) => NAMES.test(key) && typeof value === 'string');
  return Object.fromEntries(named.map(([key, value]) => [key, String(value).split(/[\\/]/).at(-1) ?? '']));
}

function sizeOf({ kind, bytes, mediaType }: ResultContent): ResultContent {
  return { kind, bytes, ...(mediaType !== undefined && { mediaType }) };
}
