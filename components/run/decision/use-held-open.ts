import { type RefObject, useEffect, useState } from 'react';

/**
 * Whether a fold that opens and closes by itself may be open: it does not close while its inside is read, that is, while its top is above the
 * window of the transcript.
 */
export function useHeldOpen(opensByItself: boolean, box: RefObject<HTMLElement | null>): boolean {
  const [held, setHeld] = useState(opensByItself);
  useEffect(() => {
    const transcript = box.current?.closest('[data-transcript]');
    const isRead =
      !opensByItself &&
      transcript &&
      box.current &&
      box.current.getBoundingClientRect().top < transcript.getBoundingClientRect().top;
    if (!isRead) setHeld(opensByItself);
  }, [opensByItself, box]);
  return opensByItself || held;
}
