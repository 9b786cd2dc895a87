import { expect, it } from 'vitest';
import { canDraw } from './can-draw';

it.each(['Which lighthouse is “the oldest”?', 'Zürich – Łódź, 5 × 3…', 'O’Neil'])('%s can be drawn', (text) => {
  expect(canDraw(text)).toBe(true);
});

it.each(['', '灯台', 'Маяк', 'منارة', 'Done ✅', 'a\u202eb', 'soft\u00adhyphen'])('%j cannot', (text) => {
  expect(canDraw(text)).toBe(false);
});
