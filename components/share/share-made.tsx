import Link from 'next/link';
import { useId } from 'react';
import { copyText } from '@/lib/browser/ui/copy-text';
import { toast } from '@/lib/browser/ui/toast';
import { Button } from '../ui/button';
import { Input } from '../ui/input';
import { texts } from './share-texts';

/** The address of a link that has just been made. */
export function ShareMade({ url, onClose }: { url: string; onClose: () => void }) {
  const id = useId();
  async function copy() {
    await copyText(url);
    toast(texts.copied);
  }
  return (
    <div className="flex flex-col gap-4">
      <div>
        <label htmlFor={id} className="sr-only">
          {texts.address}
        </label>
        <div className="flex flex-col gap-2 sm:flex-row">
          <Input
            id={id}
            readOnly
            value={url}
            onFocus={(event) => event.target.select()}
            className="h-11 flex-1 font-mono text-xs sm:h-9"
          />
          <Button look="primary" autoFocus onClick={copy} className="pointer-coarse:min-h-11">
            {texts.copy}
          </Button>
        </div>
      </div>
      <p className="text-muted text-sm">{texts.madeText}</p>
      <div className="flex justify-end gap-2">
        <Link
          href="/settings/links"
          className="inline-flex h-9 items-center px-3 text-accent text-sm underline underline-offset-2"
        >
          {texts.myLinks}
        </Link>
        <Button onClick={onClose} className="pointer-coarse:min-h-11">
          {texts.done}
        </Button>
      </div>
    </div>
  );
}
