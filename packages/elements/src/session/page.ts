export interface PageListener {
  readonly shown: (visible: boolean) => void;
  readonly online: () => void;
  /** The page is back from the browser's back-forward cache, with everything as it was left. */
  readonly restored: () => void;
}

/** Hears what happens to the page as a whole. */
export function watchPage({ shown, online, restored }: PageListener): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const visibility = () => shown(document.visibilityState !== 'hidden');
  const back = (event: PageTransitionEvent) => event.persisted && restored();
  document.addEventListener('visibilitychange', visibility, { signal });
  globalThis.addEventListener('online', online, { signal });
  globalThis.addEventListener('pageshow', back, { signal });
  return () => stop.abort();
}
