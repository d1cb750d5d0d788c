import type { SessionController, SessionHost } from '../../controllers/index.ts';
import type { LocalizeController } from '../../locales/index.ts';
import type { Explaining } from '../../ui/explain.ts';
import {
  ExplainPanel,
  explainPanelStyles,
  type ExplainedFigure,
  type Explanation,
} from '../../ui/explain-panel.ts';
import type { Headline, NextPayout } from './express-balance.model.ts';
import { behind, type BalanceFigure } from './rows.model.ts';

export const styles = explainPanelStyles;

export interface ExplainContext {
  readonly sessions: SessionController;
  readonly l: LocalizeController<'balance'>;
  /** What is shown now. */
  readonly headline: () => Headline | null;
  readonly labels: Readonly<Record<BalanceFigure, () => string>>;
}

const nextWords: Readonly<Record<NextPayout['kind'], ExplainedFigure>> = {
  made: 'nextMade',
  expected: 'nextExpected',
  manual: 'nextNone',
  none: 'nextNone',
  paused: 'nextNone',
};

type Host = SessionHost & { readonly renderRoot: ParentNode & Node };

/** What the figures of a balance are. */
export const explaining = (
  host: Host,
  { sessions, l, headline, labels }: ExplainContext,
): Explaining<BalanceFigure> =>
  new ExplainPanel(host, {
    sessions,
    explain: (figure): Explanation | null => {
      const shown = headline();
      if (!shown) return null;
      const days = figure === 'soon' ? shown.soon.days : [];
      return {
        title: labels[figure](),
        words: figure === 'next' ? nextWords[shown.next.kind] : figure,
        lines: days.map(({ day, amount }) => ({
          label: l.date(day, 'longDay', sessions.timeZone),
          amount: l.money(amount, shown.currency),
        })),
        behind: behind(figure, shown),
      };
    },
  });
