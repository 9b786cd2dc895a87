/** `keyCode` of every key that an input method takes for itself. */
const INPUT_METHOD_KEY_CODE = 229;
/** Nobody means two presses of Enter within this time. */
const SAME_PRESS_MS = 50;

export interface TypedKey {
  keyCode: number;
  isComposing: boolean;
  /** In ms, of the same clock as `composedAt`. */
  timeStamp: number;
}

/**
 * Whether a key belongs to an input method (Chinese, Japanese, Korean, …) and not to the page: it composes, or it is the press that ended the
 * composition. Safari sends that one after `compositionend`, no longer marked as composing.
 * @param composedAt when the last composition of this box ended, in ms; `null` = there was none
 */
export function isInputMethodKey({ keyCode, isComposing, timeStamp }: TypedKey, composedAt: number | null): boolean {
  if (isComposing || keyCode === INPUT_METHOD_KEY_CODE) return true;
  return composedAt !== null && timeStamp - composedAt < SAME_PRESS_MS;
}
