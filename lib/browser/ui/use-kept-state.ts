import { useCallback, useEffect, useRef, useState } from 'react';
import { drafts } from '@/lib/browser/conversation/drafts';

const KEEP_AFTER_MS = 300;

interface Kept<T> {
  /** What the page had when the person began to change it, as JSON. */
  base: string;
  value: T;
}

export interface KeptState<T> {
  value: T;
  setValue: (value: T) => void;
  /** The value is one of an earlier visit; `outdated` = what it was made from has been changed since. */
  restored: 'no' | 'yes' | 'outdated';
  /** Back to what the page had. */
  discard: () => void;
  /** It has been saved, or is not wanted any more. */
  forget: () => void;
}

/** A form's state, kept under `key` (`null` = not at all) over reloads, other pages and a new sign-in until it is saved or discarded. */
export function useKeptState<T>(key: string | null, initial: T): KeptState<T> {
  const [value, show] = useState(initial);
  const [restored, setRestored] = useState<KeptState<T>['restored']>('no');
  const [base] = useState(() => JSON.stringify(initial));
  /** What is not kept yet. */
  const pending = useRef<T | null>(null);

  const flush = useCallback(() => {
    if (pending.current === null || key === null) return;
    const isSame = JSON.stringify(pending.current) === base;
    drafts.keep(key, isSame ? null : ({ base, value: pending.current } satisfies Kept<T>));
    pending.current = null;
  }, [base, key]);

  useEffect(() => {
    const kept = key === null ? null : drafts.read<Kept<T>>(key);
    if (key === null || !kept) return;
    // Somebody has saved the same since.
    if (JSON.stringify(kept.value) === base) return drafts.keep(key, null);
    show(kept.value);
    setRestored(kept.base === base ? 'yes' : 'outdated');
  }, [key, base]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: shortly after each change.
  useEffect(() => {
    const timer = setTimeout(flush, KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [value, flush]);

  useEffect(() => {
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);

  const forget = useCallback(() => {
    pending.current = null;
    if (key !== null) drafts.keep(key, null);
  }, [key]);
  return {
    value,
    setValue(next) {
      pending.current = next;
      show(next);
    },
    restored,
    discard() {
      forget();
      show(JSON.parse(base) as T);
      setRestored('no');
    },
    forget,
  };
}
