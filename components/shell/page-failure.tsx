import { useEffect } from 'react';
import { waitForServer } from '@/lib/browser/api/wait-for-server';
import { Button } from '../ui/button';
import { texts } from './failure-texts';

/** In place of a page that could not be shown. Where that was because the server was away, the page is loaded again when it is back. */
export function PageFailure({ onRetry }: { onRetry: () => void }) {
  useEffect(() => {
    const end = new AbortController();
    void waitForServer(end.signal).then((isBack) => isBack && window.location.reload());
    return () => end.abort();
  }, []);
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-4 px-6 text-center">
      <title>{texts.title}</title>
      <h1 className="font-semibold text-xl">{texts.heading}</h1>
      <p className="max-w-sm text-muted text-sm">{texts.text}</p>
      <Button onClick={onRetry}>{texts.tryAgain}</Button>
    </div>
  );
}
