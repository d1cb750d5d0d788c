/** `npm start`: the demo, until it is told to end. A setting that cannot be used is one sentence and code 1. */
import { settingsOf, SettingError } from './settings.ts';
import { startDemo, type Demo } from './start.ts';

const say = (sentence: string): void => console.error(sentence);

/** Ends once, in order; a second signal ends at once. */
function endOnSignal(demo: Demo): void {
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) process.exit(1);
    ending = true;
    try {
      await demo.close();
      process.exit(0);
    } catch (error) {
      console.error(error);
      process.exit(1);
    }
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void end());
}

try {
  const demo = await startDemo(settingsOf(process.env, process.argv.slice(2)), { say });
  endOnSignal(demo);
  console.log(`ready ${demo.url}`);
} catch (error) {
  console.error(error instanceof SettingError ? error.message : error);
  // Not by `exitCode`: something half opened must not keep a demo alive that serves nobody.
  process.exit(1);
}
