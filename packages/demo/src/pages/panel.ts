/**
 * The sandbox's panel. Its forms work by themselves; here they answer without a page load, so that what changes on
 * the page changes because the elements heard of it and for no other reason.
 */
import { say, type Word } from '../words.ts';
import { language } from './preferences.ts';

interface Done {
  readonly now: number;
  readonly did: 'advance' | 'payment' | 'dispute' | 'payout_failure';
  readonly amount: number | null;
  readonly currency: string | null;
}

const money = (amount: number, currency: string): string => {
  const format = new Intl.NumberFormat(language(), { style: 'currency', currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

/** Dates as the elements write them: the day before the month. */
const dates = { en: 'en-GB', es: 'es', ja: 'ja', ar: 'ar' } as const;

const dated = (now: number, timeZone: string): string =>
  new Intl.DateTimeFormat(dates[language()], {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(now * 1000);

class Panel {
  readonly #aside: HTMLElement;
  readonly #output: HTMLOutputElement | null;
  readonly #time: HTMLTimeElement | null;

  constructor(aside: HTMLElement) {
    this.#aside = aside;
    this.#output = aside.querySelector('output');
    this.#time = aside.querySelector('time');
  }

  start(): void {
    this.#aside.addEventListener('submit', (event) => this.#submit(event));
    document.addEventListener('market-language', () => this.#showTime());
    this.#showTime();
  }

  get #zone(): string {
    return this.#aside.dataset['timeZone'] ?? 'UTC';
  }

  #showTime(): void {
    if (this.#time === null) return;
    const now = Number(this.#aside.dataset['now']);
    this.#time.dateTime = new Date(now * 1000).toISOString();
    this.#time.textContent = dated(now, this.#zone);
  }

  #say(word: Word, gaps: Record<string, string> = {}): void {
    if (this.#output !== null) this.#output.value = say(language(), word, gaps);
  }

  #submit(event: SubmitEvent): void {
    if (!(event.target instanceof HTMLFormElement)) return;
    event.preventDefault();
    if (this.#aside.hasAttribute('data-busy')) return;
    const data = new FormData(event.target, event.submitter);
    void this.#act(event.target.action, data);
  }

  async #act(url: string, data: FormData): Promise<void> {
    this.#busy(true);
    this.#say('panel.working');
    try {
      this.#show(await send(url, data));
    } catch (error) {
      this.#say('panel.failed', { reason: error instanceof Error ? error.message : String(error) });
    } finally {
      this.#busy(false);
    }
  }

  #busy(busy: boolean): void {
    this.#aside.toggleAttribute('data-busy', busy);
    for (const button of this.#aside.querySelectorAll('button')) {
      button.setAttribute('aria-disabled', String(busy));
    }
  }

  #show({ now, did, amount, currency }: Done): void {
    this.#aside.dataset['now'] = String(now);
    this.#showTime();
    const sum = amount === null || currency === null ? '' : money(amount, currency);
    this.#say(`panel.done.${did}`, { amount: sum, time: dated(now, this.#zone) });
  }
}

async function send(url: string, data: FormData): Promise<Done> {
  const body = new URLSearchParams();
  for (const [name, value] of data) if (typeof value === 'string') body.append(name, value);
  const answer = await fetch(url, {
    method: 'POST',
    body,
    headers: { Accept: 'application/json' },
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer.json();
}

for (const aside of document.querySelectorAll<HTMLElement>('aside.sandbox'))
  new Panel(aside).start();
