/** Tabulator with only the modules that it needs: all rows at once, or page by page as they are scrolled to. */
import type { Row } from '@express-elements/contract';
import { AjaxModule, FormatModule, PageModule, Tabulator } from 'tabulator-tables';
import 'tabulator-tables/dist/css/tabulator.min.css';
import { columns } from './columns.ts';
import { asJson, SCREEN, serve } from './list.ts';

const isPaged = location.search === '?paged';
Tabulator.registerModule(isPaged ? [FormatModule, AjaxModule, PageModule] : [FormatModule]);

const PAGE = 100;

serve({
  mount(box, rows: readonly Row[]) {
    const source = isPaged
      ? {
          ajaxURL: '/rows',
          progressiveLoad: 'scroll' as const,
          paginationSize: PAGE,
          ajaxRequestFunc: async (_url: string, _config: unknown, { page }: { page: number }) => ({
            data: await asJson(rows, (page - 1) * PAGE, page * PAGE),
            last_page: Math.ceil(rows.length / PAGE),
          }),
        }
      : { data: rows };
    const table = new Tabulator(box, {
      ...source,
      height: SCREEN.height,
      rowHeight: SCREEN.row,
      columns: columns().map(({ field, title, width, text }) => ({
        field,
        title,
        width,
        formatter: (cell) => text(cell.getData()),
      })),
    });
    Object.assign(box, { table });
  },
  scroller: (box) => box.querySelector('.tabulator-tableholder'),
  rows: (box) => box.querySelectorAll('.tabulator-row'),
});
