import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ApiError, errorText } from '@/lib/browser/api/api-error';
import { toast } from '@/lib/browser/ui/toast';

/**
 * Runs one change at a time, shows its success or its refusal and refreshes what the server renders.
 * `faultAt` gives the message for a field of the last refusal.
 */
export function useSubmit() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const fields = error instanceof ApiError ? error.fields : [];

  /** Resolves to whether it worked. */
  async function submit(work: () => Promise<unknown>, done?: string): Promise<boolean> {
    setBusy(true);
    setError(null);
    try {
      await work();
      if (done) toast(done);
      router.refresh();
      return true;
    } catch (cause) {
      setError(cause);
      return false;
    } finally {
      setBusy(false);
    }
  }
  return {
    busy,
    submit,
    faultAt: (path: string) => fields.find((field) => field.path === path)?.message,
    /** The messages of all fields below one, each with its place. */
    faultsUnder(path: string): string | undefined {
      const below = fields.filter(
        (field) => field.path === path || field.path.startsWith(`${path}.`) || field.path.startsWith(`${path}[`),
      );
      return below.length === 0 ? undefined : below.map((field) => `${field.path}: ${field.message}`).join(' ');
    },
    /** What is said apart from the fields. */
    message: error !== null && fields.length === 0 ? errorText(error) : null,
    /** What is there now, where the change was made on something older. */
    current: error instanceof ApiError ? error.current : undefined,
  };
}
