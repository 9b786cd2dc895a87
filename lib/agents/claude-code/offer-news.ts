import type { UserPart } from '@/lib/protocol/prompt-message';
import type { StepListener } from './step-listener';

/** Longer than news take to be put together; nobody takes them when the step has just been given up. */
const PATIENCE_MS = 5_000;

/** Asks for what is new between two steps; nothing when nobody says it in time, and then the listener is not told that it has been heard. */
export async function offerNews(listener: StepListener, signal: AbortSignal): Promise<UserPart[]> {
  const taken = Promise.withResolvers<UserPart[]>();
  let isOver = false;
  const giveUp = () => {
    isOver = true;
    taken.resolve([]);
  };
  const timer = setTimeout(giveUp, PATIENCE_MS);
  signal.addEventListener('abort', giveUp);
  listener.push({
    type: 'news',
    take: (news) => {
      if (isOver) return;
      isOver = true;
      listener.heard(news);
      taken.resolve(news);
    },
  });
  try {
    return await taken.promise;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', giveUp);
  }
}
