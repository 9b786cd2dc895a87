import { cleanText } from '@/lib/protocol/text/clean-text';
import type { RequestHost } from './request-host';
import { texts } from './texts';

const MESSAGE = 300;

/** Nobody is there: what a server asks is declined, and whoever made the call is told in words. */
export function declineRequests(onDeclined: (words: string) => void): RequestHost {
  return {
    people: '',
    async elicit({ message }) {
      onDeclined(texts.wantedToAsk(cleanText(message, MESSAGE)));
      return { action: 'decline' };
    },
    async sample() {
      onDeclined(texts.wantedModel);
      return { refused: texts.nobody };
    },
  };
}
