import { useCallback, useEffect, useRef } from 'react';
import { errorText } from '@/lib/browser/api/api-error';
import { readMessage } from '@/lib/browser/conversation/read-message';
import { sendMessage } from '@/lib/browser/conversation/send-message';
import type { Turn } from '@/lib/browser/run/turn';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import { toast } from '@/lib/browser/ui/toast';

interface AskAgainOptions {
  conversationId: string;
  /** Who is asked; without a team nothing is. */
  team: TeamChoice | undefined;
  onSent: (turn: Turn) => void;
}

/**
 * Sends the question of an earlier turn once more, as the newest; what is refused is said. It stays the same function: every turn of the
 * page has it, and would be drawn again with each new one.
 */
export function useAskAgain(options: AskAgainOptions): ((turn: Turn) => void) | null {
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const busy = useRef(false);
  const ask = useCallback(async ({ messageId, text: shown, textCutFrom, attachments }: Turn) => {
    const { conversationId, team } = latest.current;
    if (busy.current || !team) return;
    busy.current = true;
    try {
      // Of a long question the page may have the beginning only.
      const text = textCutFrom === null ? shown : await readMessage(conversationId, messageId);
      const { turn } = await sendMessage({ conversationId, text, attachments, team });
      latest.current.onSent(turn);
    } catch (error) {
      toast(errorText(error), { kind: 'error' });
    } finally {
      busy.current = false;
    }
  }, []);
  return options.team ? ask : null;
}
