import { describe, expect, it } from 'vitest';
import { isInputMethodKey } from './is-input-method-key';

const ENTER = { keyCode: 13, isComposing: false, timeStamp: 1000 };

describe('a key of an input method', () => {
  it('is one that composes', () => {
    expect(isInputMethodKey({ ...ENTER, isComposing: true }, null)).toBe(true);
    expect(isInputMethodKey({ ...ENTER, keyCode: 229 }, null)).toBe(true);
  });

  it('is the press that ended the composition, also when it comes after its end', () => {
    expect(isInputMethodKey({ ...ENTER, keyCode: 229 }, 999)).toBe(true);
    expect(isInputMethodKey(ENTER, 998)).toBe(true);
  });

  it('is not the next press', () => {
    expect(isInputMethodKey(ENTER, 900)).toBe(false);
    expect(isInputMethodKey(ENTER, null)).toBe(false);
  });
});
