import type { Messages } from '../en.ts';

/** express-dashboard */
export const dashboard: Messages['dashboard'] = {
  label: 'Panel',
  skip: 'Saltar a la sección',
  sections: {
    overview: 'Resumen',
    transactions: 'Transacciones',
    payments: 'Pagos',
    payouts: 'Transferencias',
    reports: 'Informes',
    activity: 'Actividad',
    account: 'Cuenta',
  },
  failed: 'No hemos podido cargar tu panel',
};
