import type Anthropic from '@anthropic-ai/sdk';
import type { KeptPart } from '@/lib/protocol/prompt-message';
import type { AgentEvent } from '../backend';

type Kept = Extract<AgentEvent, { type: 'kept' }>;

/**
 * Collects the blocks of a message as they have to come back with its tool calls: thinking with its signature, redacted thinking, and
 * where texts and calls stood between them. Nothing is kept of a message without thinking.
 */
export function createKeptBlocks(): { push(event: Anthropic.RawMessageStreamEvent): void; end(): Kept[] } {
  const blocks = new Map<number, KeptPart>();

  function begin(index: number, block: Anthropic.RawContentBlockStartEvent['content_block']): void {
    if (block.type === 'thinking') {
      blocks.set(index, { kind: 'reasoning', text: block.thinking, data: { signature: block.signature } });
    } else if (block.type === 'redacted_thinking') {
      blocks.set(index, { kind: 'reasoning', text: '', data: { redacted: block.data } });
    } else if (block.type === 'text') blocks.set(index, { kind: 'text', text: block.text });
    else if (block.type === 'tool_use') blocks.set(index, { kind: 'tool', toolCallId: block.id });
  }

  return {
    push(event) {
      if (event.type === 'content_block_start') begin(event.index, event.content_block);
      if (event.type !== 'content_block_delta') return;
      const block = blocks.get(event.index);
      const { delta } = event;
      if (!block) return;
      if (delta.type === 'thinking_delta') block.text = (block.text ?? '') + delta.thinking;
      else if (delta.type === 'text_delta') block.text = (block.text ?? '') + delta.text;
      else if (delta.type === 'signature_delta') block.data = { signature: delta.signature };
    },
    end() {
      const parts = [...blocks.values()].filter(({ kind, text }) => kind !== 'text' || text?.trim());
      return parts.some(({ kind }) => kind === 'reasoning') ? [{ type: 'kept', parts }] : [];
    },
  };
}
