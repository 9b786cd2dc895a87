import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import type { PersonHere } from './list-events';
import { presenceStore } from './presence-store';

/** The server takes somebody for writing for twice as long behind each word of it. */
const SAY_WRITING_EVERY_MS = 3_000;

interface Presence {
  others: PersonHere[];
  /** To be told of each change of what the person writes. */
  onText: (text: string) => void;
}

/** Who else looks at the conversation, and says that this tab does while it is in sight. What nobody else may see is not told. */
export function usePresence(conversationId: string, isShown: boolean): Presence {
  const stream = useSyncExternalStore(presenceStore.subscribe, presenceStore.stream, () => null);
  const others = useSyncExternalStore(
    presenceStore.subscribe,
    () => presenceStore.others(conversationId),
    presenceStore.nobody,
  );
  useEffect(() => {
    if (!isShown || !stream) return;
    const say = () => presenceStore.say(conversationId, document.visibilityState === 'visible' ? 'here' : 'gone');
    const leave = () => presenceStore.say(conversationId, 'gone');
    say();
    document.addEventListener('visibilitychange', say);
    window.addEventListener('pagehide', leave);
    return () => {
      document.removeEventListener('visibilitychange', say);
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [conversationId, isShown, stream]);

  const saidAt = useRef(Number.NEGATIVE_INFINITY);
  const onText = useCallback(
    (text: string) => {
      if (!isShown) return;
      const now = performance.now();
      const isWriting = text.trim() !== '';
      if (isWriting && now - saidAt.current < SAY_WRITING_EVERY_MS) return;
      if (!isWriting && saidAt.current === Number.NEGATIVE_INFINITY) return;
      saidAt.current = isWriting ? now : Number.NEGATIVE_INFINITY;
      presenceStore.say(conversationId, isWriting ? 'writing' : 'here');
    },
    [conversationId, isShown],
  );
  return { others: isShown ? others : presenceStore.nobody(), onText };
}
