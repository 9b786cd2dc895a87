import { useEffect, useState } from 'react';
import { texts } from './texts';
import { toast } from './toast';

/** A part of the page whose code is fetched when it is first needed. */
export interface LoadedPart<T> {
  /** What has been loaded. */
  value: T | null;
  /** Fetches it; a failure is forgotten, so that the next call tries again. */
  load(): Promise<T>;
}

/** A part that `fetchIt` brings, at most once. */
export function loadedPart<T>(fetchIt: () => Promise<T>): LoadedPart<T> {
  let pending: Promise<T> | null = null;
  const part: LoadedPart<T> = {
    value: null,
    load() {
      pending ??= fetchIt().then(
        (value) => {
          part.value = value;
          return value;
        },
        (error) => {
          pending = null;
          throw error;
        },
      );
      return pending;
    },
  };
  return part;
}

/**
 * The part as soon as it is there; fetched once it is `wanted`. Where it cannot be fetched the person is told, and `onMissing` takes the
 * wish back.
 */
export function useLoaded<T>(part: LoadedPart<T>, wanted: boolean, onMissing: () => void): T | null {
  const [, setLoaded] = useState(false);
  const isMissing = wanted && part.value === null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `onMissing` is another function at each rendering; the wish is made once.
  useEffect(() => {
    if (!isMissing) return;
    let over = false;
    part.load().then(
      () => !over && setLoaded(true),
      () => {
        if (over) return;
        toast(texts.partNotLoaded, { kind: 'error' });
        onMissing();
      },
    );
    return () => {
      over = true;
    };
  }, [part, isMissing]);
  return part.value;
}
