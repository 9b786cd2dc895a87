import { type CompositionEvent, type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { isInputMethodKey } from './is-input-method-key';

/**
 * Tells what a key pressed in a text box is meant for. `box` belongs on the box.
 * `isPages` is false for keys that an input method takes; `sends` is true for an Enter that sends: never one without a way to write a new line,
 * as on the keyboard of a touch screen, where Enter is the only key for it.
 */
export function useTypedKeys() {
  const composedAt = useRef<number | null>(null);
  const touched = useRef(false);

  const isPages = ({ nativeEvent }: KeyboardEvent) => !isInputMethodKey(nativeEvent, composedAt.current);
  return {
    box: {
      onCompositionEnd({ nativeEvent }: CompositionEvent) {
        composedAt.current = nativeEvent.timeStamp;
      },
      onPointerDown({ pointerType }: PointerEvent) {
        touched.current = pointerType === 'touch';
      },
    },
    isPages,
    sends(event: KeyboardEvent): boolean {
      if (event.key !== 'Enter' || event.shiftKey || !isPages(event)) return false;
      // With a modifier it comes from a real keyboard.
      if (event.ctrlKey || event.metaKey) return true;
      return !touched.current && !window.matchMedia('(pointer: coarse)').matches;
    },
  };
}
