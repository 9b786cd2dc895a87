import { type RefObject, useEffect, useState } from 'react';
import type { ColouredPiece } from './colour-code';

/** More than this is not read as code, and a browser feels it. */
const MAX_CODE = 20_000;
/** Code that still arrives is coloured when it pauses. */
const PAUSE_MS = 200;
const NEAR = '600px';

interface Coloured {
  code: string;
  language: string;
  pieces: ColouredPiece[];
}

/** Code in pieces with their colours: plain until it is near the window and its language is loaded, then what is coloured so far. */
export function useColours(box: RefObject<HTMLElement | null>, code: string, language: string): ColouredPiece[] {
  const [isNear, setNear] = useState(false);
  const [done, setDone] = useState<Coloured | null>(null);

  useEffect(() => {
    if (!language || !box.current) return;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((entry) => entry.isIntersecting)) return;
        setNear(true);
        observer.disconnect();
      },
      { rootMargin: NEAR },
    );
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box, language]);

  useEffect(() => {
    if (!isNear || code.length > MAX_CODE) return;
    let isCurrent = true;
    const timer = setTimeout(async () => {
      try {
        const { colourCode } = await import('./colour-code');
        const pieces = await colourCode(code, language);
        if (isCurrent && pieces) setDone({ code, language, pieces });
      } catch (error) {
        // Colours are a help, not the text: without them, after a lost connection for example, it stays as it is.
        reportError(error);
      }
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [isNear, code, language]);

  if (!done || done.language !== language || !code.startsWith(done.code)) return [{ text: code, look: '' }];
  const rest = code.slice(done.code.length);
  return rest === '' ? done.pieces : [...done.pieces, { text: rest, look: '' }];
}
