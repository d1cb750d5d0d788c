/** What has been opened, to be closed in the opposite order, whether the start went well or not. */
export interface Closers {
  add(close: () => void | Promise<void>): void;
  close(): Promise<void>;
}

export function createClosers(): Closers {
  const stack: (() => void | Promise<void>)[] = [];
  return {
    add: (close) => void stack.push(close),
    async close() {
      const failures: unknown[] = [];
      // One that fails must not keep the others open: the folder's lock is the last of them.
      for (let close = stack.pop(); close !== undefined; close = stack.pop()) {
        try {
          await close();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'Failed to close the demo.');
    },
  };
}
