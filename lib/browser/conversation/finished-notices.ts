import { toast } from '@/lib/browser/ui/toast';
import { noticeFor, readNoticeChoice } from './notice-choice';
import type { ConversationItem } from './read-conversations';
import { texts } from './texts';

/** Whether somebody has been asked before; a refusal in the browser's own question is final anyway. */
const ASKED = 'notifications-asked';

/** Tells that a conversation has its answer when its page is not in view: in the page, or by the system where no page is seen. */
export function tellFinished(before: ConversationItem | undefined, now: ConversationItem): void {
  const isNews = before?.running === true && !now.running && now.unread;
  if (!isNews) return;
  const path = `/c/${now.id}`;
  const open = () => window.location.assign(path);
  const how = noticeFor({
    choice: readNoticeChoice(),
    isSeen: document.visibilityState === 'visible',
    isHere: window.location.pathname === path,
    permission: typeof Notification === 'undefined' ? null : Notification.permission,
    wasOffered: localStorage.getItem(ASKED) !== null,
  });
  if (how === 'page') toast(texts.finished(now.title), { action: { label: texts.open, run: open } });
  else if (how === 'system') notify(now, open);
  else if (how === 'offer') offer();
}

/** One of the tabs is enough: the system shows one notification for a tag. */
function notify({ id, title }: ConversationItem, open: () => void): void {
  const shown = new Notification(title, { body: texts.answered, tag: id });
  shown.onclick = () => {
    window.focus();
    shown.close();
    open();
  };
}

/** The first time that a notification would have been useful it is offered; the browser asks only when somebody wants it. */
function offer(): void {
  localStorage.setItem(ASKED, 'yes');
  toast(texts.finishedAway, {
    action: { label: texts.notifyMe, run: () => void Notification.requestPermission() },
  });
}
