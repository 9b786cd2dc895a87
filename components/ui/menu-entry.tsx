'use client';
import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import { cx } from './cx';

export interface MenuItem {
  label: string;
  /** One quiet line under the label. */
  note?: string;
  icon?: LucideIcon;
  tone?: 'danger';
  checked?: boolean;
  onSelect: () => void;
}

/** One line of a menu; among choices the chosen one has a dot. `value` tells it from the others. */
export function MenuEntry({ item, value }: { item: MenuItem; value: number }) {
  const { label, note, icon: Icon, tone, checked, onSelect } = item;
  const look = cx(
    'flex w-full items-start gap-2.5 rounded-control px-2.5 py-1.5 text-left text-sm -outline-offset-2 data-highlighted:bg-hover pointer-coarse:py-3',
    tone === 'danger' && 'text-danger',
  );
  const content = (
    <>
      {Icon && <Icon className="icon mt-0.5" aria-hidden />}
      <span className="min-w-0 flex-1">
        <span className={cx('block truncate', checked && 'font-medium')}>{label}</span>
        {note && <span className="block text-muted text-xs">{note}</span>}
      </span>
      {checked && <span className="mt-1.5 size-2 flex-none rounded-full bg-accent chart-mark" aria-hidden />}
    </>
  );
  return checked === undefined ? (
    <Base.Item label={label} className={look} onClick={onSelect}>
      {content}
    </Base.Item>
  ) : (
    <Base.RadioItem value={value} closeOnClick label={label} className={look} onClick={onSelect}>
      {content}
    </Base.RadioItem>
  );
}
