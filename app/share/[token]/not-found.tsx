import Link from 'next/link';
import { texts } from '@/components/share/texts';
import { EntryPage } from '@/components/sign-in/entry-page';
import { buttonClass } from '@/components/ui/button';

/** Of whatever link does not open: it does not say why. */
export default function ShareNotFound() {
  return (
    <EntryPage title={texts.nothingHere} text={texts.nothingHereText}>
      <Link href="/signin" prefetch={false} className={buttonClass('plain', 'md', 'min-h-11')}>
        {texts.signIn}
      </Link>
    </EntryPage>
  );
}
