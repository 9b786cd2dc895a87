import { toolText } from '@/lib/protocol/prompt/told-parts';
import type { UserPart } from '@/lib/protocol/prompt-message';
import { entryKey } from './message-content';

/**
 * What a process has been told in a turn, by content and in the order of the log: a tool stands where it was called, its result comes
 * later; one that has no result does not count.
 */
export class DeliveredTranscript {
  #entries: { key: string | null; toolCallId: string | null }[];

  constructor(keys: string[]) {
    this.#entries = keys.map(entry);
  }

  get keys(): string[] {
    return this.#entries.flatMap(({ key }) => key ?? []);
  }

  called(toolCallId: string): void {
    this.#entries.push({ key: null, toolCallId });
  }

  finished(toolCallId: string, tool: string, result: string): void {
    const open = this.#entries.find((one) => one.toolCallId === toolCallId && one.key === null);
    if (open) open.key = entryKey({ type: 'text', text: toolText(tool, result) });
  }

  news(parts: UserPart[]): void {
    this.#entries.push(...parts.map(entryKey).map(entry));
  }

  /** True when the log begins with it. */
  isPrefixOf(log: string[]): boolean {
    return this.keys.every((key, index) => key === log[index]);
  }

  /** The rest of the log is being told; tools that are still at work keep their place. */
  catchUp(log: string[]): void {
    this.#entries.push(...log.slice(this.keys.length).map(entry));
  }

  /** What was called and has no result will get none any more. */
  endCalls(): void {
    this.#entries = this.#entries.filter(({ key }) => key !== null);
  }
}

const entry = (key: string) => ({ key, toolCallId: null });
