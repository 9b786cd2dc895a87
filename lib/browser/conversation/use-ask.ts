import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { errorText } from '@/lib/browser/api/api-error';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import { sendMessage } from './send-message';

/** Asks a ready question in a new conversation and goes there. `problem` = why it could not be asked. */
export function useAsk() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function ask(text: string, team: Pick<TeamChoice, 'id' | 'definition'>): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const { conversationId } = await sendMessage({ conversationId: null, text, attachments: [], team });
      router.push(`/c/${conversationId}`);
    } catch (cause) {
      setProblem(errorText(cause));
      setBusy(false);
    }
  }
  return { ask, busy, problem };
}
