/** Nothing more can wait. The reader is asked to come back in a moment. */
export class QueueFull extends Error {
  constructor() {
    super("Too many pictures are waiting to be made");
    this.name = "QueueFull";
  }
}

/**
 * Does tasks strictly one after the other, in the order they came, and refuses with `QueueFull` when more than
 * `limit` are waiting: heavy work can neither take both cores nor fill the memory.
 */
export function oneAtATime(limit: number): <T>(task: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let unfinished = 0;
  return async (task) => {
    if (unfinished > limit) throw new QueueFull();
    unfinished += 1;
    const turn = last.then(task);
    // The next task has its turn whether this one went well or not.
    last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      unfinished -= 1;
    }
  };
}
