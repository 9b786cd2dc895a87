import { Button } from '../ui/button';
import { texts } from './texts';

/** In place of a page that could not be shown. */
export function PageFailure({ onRetry }: { onRetry: () => void }) {
  return (
    <div className="flex flex-1 flex-col items-center justify-center gap-4 px-6 text-center">
      <title>{texts.failureTitle}</title>
      <h1 className="font-semibold text-xl">{texts.failure}</h1>
      <p className="max-w-sm text-muted text-sm">{texts.failureText}</p>
      <Button onClick={onRetry}>{texts.tryAgain}</Button>
    </div>
  );
}
