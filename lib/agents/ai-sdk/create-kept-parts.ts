import type { LanguageModelV4StreamPart, SharedV4ProviderMetadata } from '@ai-sdk/provider';
import type { KeptPart } from '@/lib/protocol/prompt-message';
import type { AgentEvent } from '../backend';

type Kept = Extract<AgentEvent, { type: 'kept' }>;

/**
 * Collects the parts of a reply with what its provider has written on them, as the AI SDK takes them back: thought signatures, ids and
 * encrypted reasoning. Nothing is kept of a reply on which nothing is written.
 */
export function createKeptParts(): { push(part: LanguageModelV4StreamPart): void; end(): Kept[] } {
  const parts = new Map<string, KeptPart>();

  function note(
    key: string,
    metadata: SharedV4ProviderMetadata | undefined,
    kind: KeptPart['kind'],
    text?: string,
  ): void {
    const part = parts.get(key) ?? { kind, ...(kind === 'tool' ? { toolCallId: key } : { text: '' }) };
    parts.set(key, part);
    if (text) part.text = (part.text ?? '') + text;
    if (metadata) part.data = join(part.data as SharedV4ProviderMetadata | undefined, metadata);
  }

  return {
    push(part) {
      switch (part.type) {
        case 'reasoning-start':
        case 'reasoning-end':
          return note(`reasoning ${part.id}`, part.providerMetadata, 'reasoning');
        case 'reasoning-delta':
          return note(`reasoning ${part.id}`, part.providerMetadata, 'reasoning', part.delta);
        case 'text-start':
        case 'text-end':
          return note(`text ${part.id}`, part.providerMetadata, 'text');
        case 'text-delta':
          return note(`text ${part.id}`, part.providerMetadata, 'text', part.delta);
        case 'tool-call':
          return note(part.toolCallId, part.providerMetadata, 'tool');
      }
    },
    end() {
      const all = [...parts.values()].filter(
        ({ kind, text, data }) =>
          kind === 'tool' || (kind === 'reasoning' ? !isIdAlone(data) && (text || data) : text || data),
      );
      const isMarked = all.some(({ kind, data }) => kind !== 'text' && data !== undefined);
      return isMarked ? [{ type: 'kept', parts: all }] : [];
    },
  };
}

/**
 * Reasoning of a Responses API of which only the id came, not the encrypted thoughts: since nothing is stored there, the id would name
 * something that does not exist.
 */
function isIdAlone(data: unknown): boolean {
  return Object.values((data ?? {}) as SharedV4ProviderMetadata).some(
    (fields) => fields.itemId != null && fields.reasoningEncryptedContent == null,
  );
}

/** Later marks of the same provider stand over earlier ones. */
function join(before: SharedV4ProviderMetadata = {}, more: SharedV4ProviderMetadata): SharedV4ProviderMetadata {
  const joined = { ...before };
  for (const [provider, fields] of Object.entries(more)) joined[provider] = { ...joined[provider], ...fields };
  return joined;
}
