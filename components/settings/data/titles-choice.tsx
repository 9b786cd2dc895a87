'use client';
import { useState } from 'react';
import { api } from '@/lib/browser/api/api';
import { useSubmit } from '@/lib/browser/conversation/use-submit';
import { CheckField } from '../../ui/check-field';
import { Notice } from '../../ui/notice';
import { texts } from './texts';

/** Whether a model of the team may write titles and summaries. */
export function TitlesChoice({ initial }: { initial: 'model' | 'rule' }) {
  const { submit, message } = useSubmit();
  const [titles, setTitles] = useState(initial);

  async function choose(isOn: boolean) {
    const wanted = isOn ? 'model' : 'rule';
    setTitles(wanted);
    if (!(await submit(() => api('PATCH', '/me/settings', { titles: wanted })))) setTitles(titles);
  }
  return (
    <div className="flex flex-col gap-3">
      {message && <Notice tone="danger">{message}</Notice>}
      <CheckField
        isSwitch
        label={texts.titlesByModel}
        text={texts.titlesByModelText}
        checked={titles === 'model'}
        onChange={choose}
      />
    </div>
  );
}
