/**
 * Loaded into every step that bootstrap.mjs starts: the step ends when bootstrap is gone, even by SIGKILL, which it
 * cannot forward. SIGTERM to itself rather than an exit, so that the step can put its things in order.
 */
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // A listener keeps the channel, and with it the process, alive: what has nothing left to do must still end.
  process.channel.unref();
}
