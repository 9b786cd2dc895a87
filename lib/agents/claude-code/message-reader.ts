import type { SDKMessage } from '@anthropic-ai/claude-agent-sdk';
import { isWorkflowTool } from '@/lib/protocol/workflow-tools';
import type { AgentEvent } from '../backend';
import { type WorkflowUse, workflowServerTool } from './workflow-names';

const PROGRESS: AgentEvent = { type: 'progress' };
const MAX_RESULT_CHARACTERS = 50_000;

export interface MessageReader {
  read(message: SDKMessage): AgentEvent[];
  /** Calls of the protocol's tools in the model's last message. */
  readonly workflowUses: WorkflowUse[];
  /** Calls of the tools that the engine runs in the same message. */
  readonly offeredUses: WorkflowUse[];
  readonly hasRunningTool: boolean;
  /** Resolves when the call of this tool has been read; Claude Code may ask about it a moment before. */
  untilKnown(toolCallId: string): Promise<void>;
  /** The model's last message is complete. */
  readonly messageIsComplete: boolean;
}

/** Translates what Claude Code reports, except results, which end a step. */
export function createMessageReader(): MessageReader {
  const running = new Map<string, { tool: string; startedAt: number }>();
  const awaited = new Map<string, () => void>();
  let workflowUses: WorkflowUse[] = [];
  let offeredUses: WorkflowUse[] = [];
  let messageIsComplete = true;

  function tellKnown(toolCallId: string): void {
    awaited.get(toolCallId)?.();
    awaited.delete(toolCallId);
  }

  function readStream(event: Extract<SDKMessage, { type: 'stream_event' }>['event']): AgentEvent[] {
    switch (event.type) {
      case 'message_start':
        workflowUses = [];
        offeredUses = [];
        messageIsComplete = false;
        return [];
      case 'message_stop':
        messageIsComplete = true;
        return [];
      case 'content_block_start': {
        const block = event.content_block;
        if (block.type !== 'tool_use') return [];
        const tool = workflowServerTool(block.name);
        return tool === null ? [] : [{ type: 'toolStart', toolCallId: block.id, tool }];
      }
      case 'content_block_delta':
        if (event.delta.type === 'text_delta') return [{ type: 'text', text: event.delta.text }];
        if (event.delta.type === 'thinking_delta' && event.delta.thinking)
          return [{ type: 'reasoning', text: event.delta.thinking }];
        return [PROGRESS];
      default:
        return [];
    }
  }

  function readAssistant(content: Extract<SDKMessage, { type: 'assistant' }>['message']['content']): AgentEvent[] {
    return content.flatMap((block): AgentEvent[] => {
      if (block.type !== 'tool_use') return [];
      const { id: toolCallId, name, input } = block;
      const tool = workflowServerTool(name);
      if (tool !== null) {
        const use = { toolCallId, tool, arguments: input };
        (isWorkflowTool(use.tool) ? workflowUses : offeredUses).push(use);
        tellKnown(toolCallId);
        return [];
      }
      running.set(toolCallId, { tool: name, startedAt: performance.now() });
      tellKnown(toolCallId);
      return [{ type: 'ownTool', toolCallId, tool: name, arguments: input }];
    });
  }

  function readUser(content: Extract<SDKMessage, { type: 'user' }>['message']['content']): AgentEvent[] {
    if (typeof content === 'string') return [];
    return content.flatMap((block): AgentEvent[] => {
      const tool = block.type === 'tool_result' ? running.get(block.tool_use_id) : undefined;
      if (block.type !== 'tool_result' || !tool) return [];
      running.delete(block.tool_use_id);
      return [
        {
          type: 'ownToolResult',
          toolCallId: block.tool_use_id,
          tool: tool.tool,
          result: resultText(block.content),
          isError: block.is_error === true,
          tookMs: Math.round(performance.now() - tool.startedAt),
        },
      ];
    });
  }

  return {
    get workflowUses() {
      return workflowUses;
    },
    get offeredUses() {
      return offeredUses;
    },
    get hasRunningTool() {
      return running.size > 0;
    },
    get messageIsComplete() {
      return messageIsComplete;
    },
    async untilKnown(toolCallId) {
      const isMine = (use: WorkflowUse) => use.toolCallId === toolCallId;
      if (running.has(toolCallId) || workflowUses.some(isMine) || offeredUses.some(isMine)) return;
      await new Promise<void>((resolve) => {
        awaited.set(toolCallId, resolve);
      });
    },
    read(message) {
      if ('parent_tool_use_id' in message && message.parent_tool_use_id) return [];
      if (message.type === 'stream_event') return readStream(message.event);
      if (message.type === 'assistant') return readAssistant(message.message.content);
      if (message.type === 'user') return readUser(message.message.content);
      return [];
    },
  };
}

type ResultContent = string | { type: string; text?: string }[] | undefined;

function resultText(content: unknown): string {
  const given = content as ResultContent;
  const whole =
    typeof given === 'string' ? given : (given ?? []).map((block) => block.text ?? `[${block.type}]`).join('\n');
  return whole.length > MAX_RESULT_CHARACTERS
    ? `${whole.slice(0, MAX_RESULT_CHARACTERS)}\n[${whole.length - MAX_RESULT_CHARACTERS} more characters]`
    : whole;
}
