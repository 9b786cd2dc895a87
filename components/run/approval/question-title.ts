import type { Approval } from '@/lib/protocol/state';
import { texts } from './texts';

/** What a server wants, in our words. */
export function questionTitle({ kind, server = '', elicitation }: Approval): string {
  if (kind === 'sampling') return texts.wantsModel(server);
  return elicitation?.mode === 'url' ? texts.asksForPage(server) : texts.asksYou(server);
}
