/** The little of each peer that the pages use: they are installed when a bench runs, not when types are checked. */
declare module 'ag-grid-community' {
  type Row = import('@express-elements/contract').Row;
  interface Asked {
    readonly startRow: number;
    readonly endRow: number;
    readonly successCallback: (rows: readonly Row[], lastRow: number) => void;
  }
  export interface GridOptions {
    readonly rowModelType?: 'clientSide' | 'infinite';
    readonly rowData?: readonly Row[];
    readonly cacheBlockSize?: number;
    readonly infiniteInitialRowCount?: number;
    readonly datasource?: {
      readonly rowCount: number;
      readonly getRows: (asked: Asked) => void;
    };
    readonly rowHeight?: number;
    readonly getRowId?: (row: { readonly data: Row }) => string;
    readonly columnDefs?: readonly {
      readonly colId: string;
      readonly headerName: string;
      readonly width: number;
      readonly valueGetter: (cell: { readonly data?: Row }) => string;
    }[];
  }
  export const ClientSideRowModelModule: unique symbol;
  export const InfiniteRowModelModule: unique symbol;
  export const ModuleRegistry: { registerModules(modules: readonly symbol[]): void };
  export function createGrid(box: HTMLElement, options: GridOptions): { destroy(): void };
}

declare module 'tabulator-tables' {
  type Row = import('@express-elements/contract').Row;
  export interface Options {
    readonly data?: readonly Row[];
    readonly ajaxURL?: string;
    readonly progressiveLoad?: 'scroll';
    readonly paginationSize?: number;
    readonly ajaxRequestFunc?: (
      url: string,
      config: unknown,
      parameters: { readonly page: number },
    ) => Promise<{ readonly data: readonly Row[]; readonly last_page: number }>;
    readonly height: number;
    readonly rowHeight: number;
    readonly columns: readonly {
      readonly field: string;
      readonly title: string;
      readonly width: number;
      readonly formatter: (cell: { getData(): Row }) => string;
    }[];
  }
  export class Tabulator {
    static registerModule(modules: readonly symbol[]): void;
    constructor(box: HTMLElement, options: Options);
  }
  export const FormatModule: unique symbol;
  export const AjaxModule: unique symbol;
  export const PageModule: unique symbol;
}

declare module '*.css' {}

declare module '@justifi/webcomponents/dist/module/*' {
  export function defineCustomElement(): void;
}

declare module '@adyen/adyen-platform-experience-web' {
  type Core = symbol;
  export function AdyenPlatformExperience(options: {
    readonly environment: 'test';
    readonly locale: string;
    readonly onSessionCreate: () => Promise<{ readonly id: string; readonly token: string }>;
  }): Promise<Core>;
  export class TransactionsOverview {
    constructor(options: { readonly core: Core });
    mount(box: HTMLElement): void;
  }
}
