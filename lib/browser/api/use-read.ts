import { useEffect, useRef, useState } from 'react';
import { errorText } from './api-error';

interface Read<T> {
  value: T | null;
  /** In words for people; `null` = none. */
  problem: string | null;
}

const WAITING: Read<never> = { value: null, problem: null };

/** Reads once for each key; `null` reads nothing. An answer that comes after the key has changed is dropped. */
export function useRead<T>(read: () => Promise<T>, key: string | null): Read<T> {
  const [result, setResult] = useState<{ key: string | null; read: Read<T> }>({ key, read: WAITING });
  const current = useRef(read);
  useEffect(() => {
    current.current = read;
  });
  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    const show = (next: Read<T>) => isCurrent && setResult({ key, read: next });
    current.current().then(
      (value) => show({ value, problem: null }),
      (error: unknown) => show({ value: null, problem: errorText(error) }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key]);
  return result.key === key ? result.read : WAITING;
}
