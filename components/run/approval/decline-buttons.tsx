import { Button } from '../../ui/button';
import { texts } from './texts';

interface DeclineButtonsProps {
  server: string;
  disabled: boolean;
  onSend: (reply: { decision: 'deny' | 'cancel' }) => void;
}

/** The two ways to say nothing to a server: no, and not now. */
export function DeclineButtons({ server, disabled, onSend }: DeclineButtonsProps) {
  return (
    <>
      <Button
        size="sm"
        look="danger"
        disabled={disabled}
        onClick={() => onSend({ decision: 'deny' })}
        aria-label={texts.declineFull(server)}
      >
        {texts.decline}
      </Button>
      <Button
        size="sm"
        disabled={disabled}
        onClick={() => onSend({ decision: 'cancel' })}
        aria-label={texts.dismissFull(server)}
      >
        {texts.dismiss}
      </Button>
    </>
  );
}
