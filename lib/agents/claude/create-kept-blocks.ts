import type { KeptPart } from '@/lib/protocol/prompt-message';
import type { AgentEvent } from '../backend';
import type { MessageBlock, MessageFrame } from './message-frame';

type Kept = Extract<AgentEvent, { type: 'kept' }>;

/**
 * Collects the blocks of a message as they have to come back with its tool calls: thinking with its signature, redacted thinking, and
 * where texts and calls stood between them. Nothing is kept of a message without thinking.
 */
export function createKeptBlocks(): { push(frame: MessageFrame): void; end(): Kept[] } {
  const blocks = new Map<number | undefined, KeptPart>();

  return {
    push({ type, index, content_block, delta }) {
      if (type === 'content_block_start') {
        const part = content_block && partOf(content_block);
        if (part) blocks.set(index, part);
      }
      if (type !== 'content_block_delta') return;
      const block = blocks.get(index);
      if (!block || !delta) return;
      if (delta.type === 'thinking_delta') block.text = (block.text ?? '') + (delta.thinking ?? '');
      else if (delta.type === 'text_delta') block.text = (block.text ?? '') + (delta.text ?? '');
      else if (delta.type === 'signature_delta') block.data = { signature: delta.signature };
    },
    end() {
      const parts = [...blocks.values()].filter(({ kind, text }) => kind !== 'text' || text?.trim());
      return parts.some(({ kind }) => kind === 'reasoning') ? [{ type: 'kept', parts }] : [];
    },
  };
}

function partOf({ type, text, thinking, signature, data, id }: MessageBlock): KeptPart | null {
  switch (type) {
    case 'thinking':
      return { kind: 'reasoning', text: thinking ?? '', data: { signature } };
    case 'redacted_thinking':
      return { kind: 'reasoning', text: '', data: { redacted: data } };
    case 'text':
      return { kind: 'text', text: text ?? '' };
    case 'tool_use':
      return { kind: 'tool', toolCallId: id ?? '' };
    default:
      return null;
  }
}
