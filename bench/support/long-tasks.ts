import type { Page } from '@playwright/test';

interface Watched {
  longTasks: number[];
  keys: number[];
}

/** From now on the page notes how long its main thread is held (50 ms and more), and how long it takes from a key to the picture that shows it. */
export async function watchMainThread(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched: Watched = { longTasks: [], keys: [] };
    (window as unknown as { watched: Watched }).watched = watched;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.longTasks.push(duration);
    }).observe({ type: 'longtask' });
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) if (name === 'keydown') watched.keys.push(duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
  });
}

/** What has been noted since; it begins anew. A browser does not say less than 50 and 16 ms: 0 then. */
export async function takeWatched(page: Page): Promise<{ longestTask: number; slowestKey: number }> {
  const { longTasks, keys } = await page.evaluate(() => {
    const holder = window as unknown as { watched: Watched };
    const { longTasks, keys } = holder.watched;
    holder.watched.longTasks = [];
    holder.watched.keys = [];
    return { longTasks, keys };
  });
  return { longestTask: Math.max(0, ...longTasks), slowestKey: Math.max(0, ...keys) };
}

/** Scrolls the element by so many pixels a frame, up or down, until it stays where it is; resolves to the frames it took. */
export function scrollThrough(page: Page, selector: string, pixels: number): Promise<number> {
  return page.evaluate(
    async ({ selector, pixels }) => {
      const box = document.querySelector(selector);
      if (!box) throw new Error(`Nothing matches ${selector}.`);
      let frames = 0;
      for (let still = 0; still < 60; frames += 1) {
        const before = box.scrollTop;
        box.scrollBy(0, pixels);
        await new Promise(requestAnimationFrame);
        still = Math.abs(box.scrollTop - before) < 1 ? still + 1 : 0;
      }
      return frames - 60;
    },
    { selector, pixels },
  );
}
