/**
 * Has the browser print a page of ours that stands for itself, in a frame in which nothing runs. Resolves when the dialog is open, or has been closed where
 * the browser waits for it.
 */
export function printPage(html: string): Promise<void> {
  return new Promise((resolve) => {
    const frame = document.createElement('iframe');
    // The same origin only so that it can be asked to print: without `allow-scripts` nothing in it runs.
    frame.setAttribute('sandbox', 'allow-same-origin allow-modals');
    frame.style.cssText =
      'position:fixed;inset-block-start:0;inset-inline-start:-100vw;width:720px;height:100vh;border:0';
    frame.srcdoc = html;
    frame.onload = () => {
      const page = frame.contentWindow;
      page?.addEventListener('afterprint', () => frame.remove(), { once: true });
      page?.print();
      resolve();
    };
    document.body.append(frame);
  });
}
