'use client';
import type { TeamChoice } from '@/lib/browser/team/team-choice';
import { loadedPart, useLoaded } from '@/lib/browser/ui/use-loaded';
import { Dialog } from '../../ui/dialog';
import { texts } from './texts';

interface ModelsDialogProps {
  open: boolean;
  onClose: () => void;
  onMade: (team: TeamChoice) => void;
}

const form = loadedPart(async () => (await import('./models-form')).ModelsForm);

/** Makes a team of ticked models for one question, without saving it. Its code is loaded when it is opened. */
export function ModelsDialog({ open, onClose, onMade }: ModelsDialogProps) {
  const Form = useLoaded(form, open, onClose);
  return (
    <Dialog open={open && Form !== null} onClose={onClose} title={texts.modelsTitle}>
      {Form && (
        <Form
          onMade={(team) => {
            onMade(team);
            onClose();
          }}
        />
      )}
    </Dialog>
  );
}
