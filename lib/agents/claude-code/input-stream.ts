import { randomUUID } from 'node:crypto';
import type { SDKUserMessage } from '@anthropic-ai/claude-agent-sdk';
import type { UserPart } from '@/lib/protocol/prompt-message';

type Block = Exclude<SDKUserMessage['message']['content'], string>[number];
type ImageType = Extract<Extract<Block, { type: 'image' }>['source'], { type: 'base64' }>['media_type'];

/** What is said to a process, one message at a time, until it is closed. */
export class InputStream {
  readonly #messages: SDKUserMessage[] = [];
  #closed = false;
  #wake: (() => void) | null = null;

  say(content: UserPart[]): void {
    this.#messages.push({
      type: 'user',
      message: { role: 'user', content: content.map(toBlock) },
      parent_tool_use_id: null,
      // Without one, an interrupt does not tell that the message is still to be taken up.
      uuid: randomUUID(),
    });
    this.#wake?.();
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<SDKUserMessage> {
    while (!this.#closed) {
      const message = this.#messages.shift();
      if (message) yield message;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}

function toBlock(part: UserPart): Block {
  switch (part.type) {
    case 'text':
      return { type: 'text', text: part.text };
    case 'image':
      return {
        type: 'image',
        source: { type: 'base64', media_type: part.mediaType as ImageType, data: part.data },
      };
    case 'document':
      return {
        type: 'document',
        title: part.name,
        source: { type: 'base64', media_type: 'application/pdf', data: part.data },
      };
  }
}
