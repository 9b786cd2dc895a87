'use client';
import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import { type ToastMessage, waitingToasts } from '@/lib/browser/ui/toast';
import { IconButton } from './icon-button';
import { texts } from './texts';
import { TOAST_ACTION, TOAST_BOX, TOAST_PLACE } from './toast-look';

const SHOWN_MS = 6000;
/** A screen reader says what comes into a region that it knows, not what a region comes with. */
const REGION_IS_KNOWN_MS = 150;
/** Only a dialog is modal or not. */
const NO_DIALOG = { 'aria-modal': undefined };

const toasts = Toast.createToastManager();

function show({ text, kind, action, until }: ToastMessage) {
  if (until?.aborted) return;
  const id = toasts.add({
    description: text,
    type: kind,
    actionProps: action && {
      children: action.label,
      onClick: () => {
        action.run();
        toasts.close(id);
      },
    },
  });
  until?.addEventListener('abort', () => toasts.close(id));
}

/** Short messages at the bottom of the window; F6 leads to them. */
export function ToastRegion() {
  useEffect(() => {
    const showAll = () => waitingToasts.takeAll().forEach(show);
    let stop: () => void = () => undefined;
    const timer = setTimeout(() => {
      stop = waitingToasts.subscribe(showAll);
      showAll();
    }, REGION_IS_KNOWN_MS);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return (
    <Toast.Provider toastManager={toasts} timeout={SHOWN_MS} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={TOAST_PLACE}>
          <Messages />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Messages() {
  return Toast.useToastManager().toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={['down', 'left', 'right']}
      // It asks nothing, so it is no dialog; the viewport says it aloud, an error at once.
      role={toast.type === 'error' ? 'alert' : 'group'}
      {...NO_DIALOG}
      className={`${TOAST_BOX} data-limited:hidden`}
    >
      <Toast.Description className={toast.type === 'error' ? 'text-danger' : ''} />
      <Toast.Action className={TOAST_ACTION} />
      <IconButton label={texts.dismiss} icon={X} onClick={() => toasts.close(toast.id)} />
    </Toast.Root>
  ));
}
