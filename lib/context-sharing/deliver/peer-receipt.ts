import { createHash } from 'node:crypto';
import type { ContextForm, SharedContext } from '@/lib/protocol/context-event';
import type { Context } from '../context';
import type { Transformed } from '../transform/transformed';

/** The receipt of what a reader has asked for. Its text is the tool's result, in the log, so that it is not stored again. */
export function peerReceipt(context: Context, form: ContextForm, made: Transformed, began: number): SharedContext {
  const { text, bytes, tokens, items, cut } = made;
  return {
    kind: 'peer',
    from: context.slot,
    answerId: null,
    snapshotId: context.id,
    hash: createHash('sha256').update(text).digest('hex'),
    form,
    bytes,
    tokens,
    items,
    ...(cut && { cut }),
    tookMs: Math.round(performance.now() - began),
  };
}
