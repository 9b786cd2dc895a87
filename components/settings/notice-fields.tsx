'use client';
import { useEffect, useState } from 'react';
import { keepNoticeChoice, type NoticeChoice, readNoticeChoice } from '@/lib/browser/conversation/notice-choice';
import { CheckField } from '../ui/check-field';
import { Notice } from '../ui/notice';
import { texts } from './texts';

const permissionNow = () => (typeof Notification === 'undefined' ? null : Notification.permission);

/** How this browser tells that a team has answered elsewhere. */
export function NoticeFields() {
  const [choice, setChoice] = useState<NoticeChoice>({ inPage: true, bySystem: false });
  const [permission, setPermission] = useState<NotificationPermission | null>('default');
  useEffect(() => {
    setChoice(readNoticeChoice());
    setPermission(permissionNow());
  }, []);

  function keep(next: NoticeChoice) {
    setChoice(next);
    keepNoticeChoice(next);
  }
  async function chooseSystem(isOn: boolean) {
    keep({ ...choice, bySystem: isOn });
    if (isOn && permission === 'default') setPermission(await Notification.requestPermission());
  }
  return (
    <div className="flex flex-col gap-3">
      <CheckField
        isSwitch
        label={texts.noticeInPage}
        text={texts.noticeInPageText}
        checked={choice.inPage}
        onChange={(inPage) => keep({ ...choice, inPage })}
      />
      {permission !== null && (
        <CheckField
          isSwitch
          label={texts.noticeBySystem}
          text={texts.noticeBySystemText}
          checked={choice.bySystem && permission === 'granted'}
          onChange={(isOn) => void chooseSystem(isOn)}
        />
      )}
      {permission === 'denied' && <Notice tone="warn">{texts.noticesRefused}</Notice>}
    </div>
  );
}
