import type { Reader } from '@/lib/engine/reader';
import type { ContextForm } from '@/lib/protocol/context-event';
import type { Context } from '../context';

/** In which form a reader gets a context: its like in full, models with tools in elements, others in labelled paragraphs. */
export function readerForm({ backend, canCallTools }: Reader, context: Context): ContextForm {
  if (backend === context.backend) return 'full';
  return canCallTools ? 'structured' : 'text';
}
