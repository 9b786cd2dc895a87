/** How somebody is told that a team has answered elsewhere: in the page, and by the system where no page is seen. */
export interface NoticeChoice {
  inPage: boolean;
  /** The browser has to allow it too. */
  bySystem: boolean;
}

const KEY = 'notices';

/** What this browser remembers; both unless somebody has switched one off. */
export function readNoticeChoice(): NoticeChoice {
  const off = (localStorage.getItem(KEY) ?? '').split(' ');
  return { inPage: !off.includes('no-page'), bySystem: !off.includes('no-system') };
}

export function keepNoticeChoice({ inPage, bySystem }: NoticeChoice): void {
  const off = [...(inPage ? [] : ['no-page']), ...(bySystem ? [] : ['no-system'])];
  localStorage.setItem(KEY, off.join(' '));
}

interface Moment {
  choice: NoticeChoice;
  /** A page of the application is in view; it is that of the conversation. */
  isSeen: boolean;
  isHere: boolean;
  /** `null` = the browser has no notifications. */
  permission: NotificationPermission | null;
  wasOffered: boolean;
}

/** How to tell it now. `offer` = it would have been useful, so it is offered, once. */
export function noticeFor({
  choice,
  isSeen,
  isHere,
  permission,
  wasOffered,
}: Moment): 'page' | 'system' | 'offer' | null {
  if (isSeen) return choice.inPage && !isHere ? 'page' : null;
  if (!choice.bySystem) return null;
  if (permission === 'granted') return 'system';
  return permission === 'default' && !wasOffered ? 'offer' : null;
}
