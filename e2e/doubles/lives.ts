import type { ServerResponse } from 'node:http';

export interface Lives {
  /** False when the model has been killed: the connection is destroyed without an answer. */
  enter(model: string, response: ServerResponse): boolean;
  /** Destroys the model's open connections, and each later one. */
  kill(model: string): void;
}

/** Which models' servers are still there. */
export function createLives(): Lives {
  const killed = new Set<string>();
  const open = new Map<string, Set<ServerResponse>>();
  return {
    enter(model, response) {
      if (killed.has(model)) {
        response.destroy();
        return false;
      }
      const responses = open.get(model) ?? new Set();
      open.set(model, responses.add(response));
      response.once('close', () => responses.delete(response));
      return true;
    },
    kill(model) {
      killed.add(model);
      for (const response of open.get(model) ?? []) response.destroy();
    },
  };
}
