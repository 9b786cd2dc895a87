'use client';
import { useCallback, useEffect, useRef, useState } from 'react';
import { errorText } from '@/lib/browser/api/api-error';
import { Button } from '../ui/button';
import { texts } from './texts';

interface EarlierTurnsProps {
  /** Reads some of them. Throws ApiError. */
  load: () => Promise<void>;
  loadAll: () => Promise<void>;
}

/** They are read before the reader comes to the top. */
const AHEAD = '1200px 0px 0px';

/** Stands above the turns that are shown and reads earlier ones: when the reader comes near, or all of them for a search in the page. */
export function EarlierTurns({ load, loadAll }: EarlierTurnsProps) {
  const box = useRef<HTMLDivElement>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const attempt = useCallback(async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (cause) {
      setProblem(errorText(cause));
    } finally {
      setBusy(false);
    }
  }, []);

  useEffect(() => {
    const element = box.current;
    if (!element || busy || problem) return;
    const near = new IntersectionObserver(([entry]) => entry?.isIntersecting && void attempt(load), {
      root: element.closest('[data-transcript]'),
      rootMargin: AHEAD,
    });
    near.observe(element);
    return () => near.disconnect();
  }, [attempt, busy, problem, load]);

  useEffect(() => {
    // The browser finds only what is in the page.
    function onKeyDown(event: KeyboardEvent) {
      const isSearch = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'f';
      if (isSearch || event.key === 'F3') void attempt(loadAll);
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [attempt, loadAll]);

  return (
    <div ref={box} className="mx-auto flex w-full max-w-read flex-col items-center gap-1">
      {problem && <p className="text-danger text-xs">{problem}</p>}
      <Button look="quiet" size="sm" disabled={busy} onClick={() => attempt(load)}>
        {busy ? texts.loadingEarlier : texts.showEarlier}
      </Button>
    </div>
  );
}
