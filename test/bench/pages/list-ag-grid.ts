/** AG Grid Community with only the modules that it needs, by either of its row models. */
import type { Row } from '@express-elements/contract';
import {
  ClientSideRowModelModule,
  createGrid,
  InfiniteRowModelModule,
  ModuleRegistry,
  type GridOptions,
} from 'ag-grid-community';
import { columns } from './columns.ts';
import { asJson, SCREEN, serve } from './list.ts';

const isInfinite = location.search === '?infinite';
ModuleRegistry.registerModules([isInfinite ? InfiniteRowModelModule : ClientSideRowModelModule]);

const source = (rows: readonly Row[]): GridOptions =>
  isInfinite
    ? {
        rowModelType: 'infinite',
        cacheBlockSize: 100,
        infiniteInitialRowCount: rows.length,
        datasource: {
          rowCount: rows.length,
          getRows: ({ startRow, endRow, successCallback }) =>
            void asJson(rows, startRow, endRow).then((page) => successCallback(page, rows.length)),
        },
      }
    : { rowData: rows };

serve({
  mount(box, rows) {
    createGrid(box, {
      ...source(rows),
      rowHeight: SCREEN.row,
      getRowId: ({ data }) => data.id,
      columnDefs: columns().map(({ field, title, width, text }) => ({
        colId: field,
        headerName: title,
        width,
        valueGetter: ({ data }) => (data ? text(data) : ''),
      })),
    });
  },
  scroller: (box) => box.querySelector('.ag-body-viewport, .ag-grid-viewport'),
  rows: (box) =>
    [...box.querySelectorAll('.ag-row')].filter(
      (row) => (row.querySelector('.ag-cell')?.textContent ?? '') !== '',
    ),
});
