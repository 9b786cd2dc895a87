/** A model without latency would keep the process from reading sockets and timers; its loop rests at least this often. */
const MAX_BUSY_MS = 4;
const CHECK_EVERY = 16;

let lastTurn = 0;
let turn: Promise<void> | null = null;
let count = 0;

/** For loops over streams that may never wait: a promise to await when the event loop needs a turn, else `null`. */
export function yieldToEventLoop(): Promise<void> | null {
  if (turn) return turn;
  if (++count % CHECK_EVERY !== 0 || performance.now() - lastTurn < MAX_BUSY_MS) return null;
  turn = new Promise((resolve) => {
    setImmediate(() => {
      turn = null;
      lastTurn = performance.now();
      resolve();
    });
  });
  return turn;
}
