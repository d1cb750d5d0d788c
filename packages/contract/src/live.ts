import * as v from 'valibot';
import { countSchema, coversSchema, timeSchema } from './common.ts';

export const syncSchema = v.object({
  phase: v.picklist(['idle', 'importing', 'current', 'failed']),
  rows: countSchema,
  windows: v.object({ done: countSchema, total: countSchema }),
  rows_per_second: v.nullable(v.number()),
  seconds_left: v.nullable(v.number()),
  covers: coversSchema,
});
/** The answer of `GET /sync`: how far the import of an account's transactions has come. */
export type Sync = v.InferOutput<typeof syncSchema>;

export const liveTopics = ['activity', 'balance', 'transactions', 'sync'] as const;
/** What an event of `GET /live` says has changed. */
export type LiveTopic = (typeof liveTopics)[number];

/** Hints without figures: on one, an element asks again. */
export const liveHintSchema = v.object({ at: timeSchema });
export type LiveHint = v.InferOutput<typeof liveHintSchema>;
export const liveSyncSchema = v.object({ at: timeSchema, ...syncSchema.entries });
export type LiveSync = v.InferOutput<typeof liveSyncSchema>;
