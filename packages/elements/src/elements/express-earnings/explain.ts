import type { Earnings } from '@express-elements/contract';
import type { SessionController, SessionHost } from '../../controllers/index.ts';
import type { LocalizeController } from '../../locales/index.ts';
import type { Explaining } from '../../ui/explain.ts';
import { ExplainPanel, explainPanelStyles } from '../../ui/explain-panel.ts';
import { behind, type EarningsFigure } from './behind.model.ts';

export const styles = explainPanelStyles;

export interface ExplainContext {
  readonly sessions: SessionController;
  readonly l: LocalizeController<'earnings'>;
  /** What is shown now. */
  readonly earnings: () => Earnings | null;
}

type Host = SessionHost & { readonly renderRoot: ParentNode & Node };

/** What the figures of the earnings are. */
export const explaining = (
  host: Host,
  { sessions, l, earnings }: ExplainContext,
): Explaining<EarningsFigure> =>
  new ExplainPanel(host, {
    sessions,
    explain: (figure) => {
      const shown = earnings();
      const texts = l.messages.earnings;
      if (!shown) return null;
      const title = figure === 'net' ? texts.title : texts[figure];
      return { title, words: figure, lines: [], behind: behind(figure, shown) };
    },
  });
