import { expect, it } from 'vitest';
import { noticeFor } from './notice-choice';

const moment = {
  choice: { inPage: true, bySystem: true },
  isSeen: true,
  isHere: false,
  permission: 'default' as const,
  wasOffered: false,
};

it.each([
  ['another page is in view', {}, 'page'],
  ['its own page is in view', { isHere: true }, null],
  ['somebody wants nothing in the page', { choice: { inPage: false, bySystem: true } }, null],
  ['no page is in view, for the first time', { isSeen: false }, 'offer'],
  ['it was offered before', { isSeen: false, wasOffered: true }, null],
  ['the browser allows it', { isSeen: false, permission: 'granted' as const }, 'system'],
  ['the browser refuses it', { isSeen: false, permission: 'denied' as const }, null],
  ['the browser has none', { isSeen: false, permission: null }, null],
  [
    'somebody wants none of the system',
    { isSeen: false, permission: 'granted' as const, choice: { inPage: true, bySystem: false } },
    null,
  ],
])('when %s', (_, given, told) => expect(noticeFor({ ...moment, ...given })).toBe(told));
