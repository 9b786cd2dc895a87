import { EntryPage } from '@/components/sign-in/entry-page';
import { texts } from '../../texts';

/** Of whatever invite does not work: it does not say why. */
export default function InviteNotFound() {
  return (
    <EntryPage title={texts.invite} text={texts.deadInvite}>
      {null}
    </EntryPage>
  );
}
