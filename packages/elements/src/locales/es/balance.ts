import type { Messages } from '../en.ts';
import { plural } from '../plural.ts';

const n = plural('es');

export const balance: Messages['balance'] = {
  label: 'Saldo',
  total: 'Saldo total',
  available: (amount) => `${amount} disponibles ahora`,
  onTheWay: 'De camino a tu banco',
  payouts: (count, shown, when) =>
    n(count, {
      one: when ? `${shown} transferencia, ${when}` : `${shown} transferencia`,
      other: when ? `${shown} transferencias, la próxima ${when}` : `${shown} transferencias`,
    }),
  nothingOnTheWay: 'Ninguna transferencia en camino',
  soon: 'Disponible pronto',
  by: (date) => `para el ${date}`,
  nothingSoon: 'Nada pendiente',
  nextPayout: 'Próxima transferencia',
  nextExpected: 'Próxima transferencia, prevista',
  ofAmount: (amount, to) => (to ? `${amount} a ${to}` : amount),
  account: (name, last4) => `${name} ••••\u00a0${last4}`,
  bankAccount: 'Cuenta bancaria',
  card: 'Tarjeta',
  manualPayouts: 'Cuando la pidas',
  noPayout: 'Ninguna prevista',
  paused: 'Transferencias en pausa',
  pausedHint: 'Stripe no transfiere nada por ahora. Mira qué necesita de ti.',
  negativeHint:
    'Los reembolsos han superado tus ventas. Tus próximos pagos se destinarán primero a esto.',
  setAside: 'Reservado para reembolsos y disputas',
  manage: 'Gestionar transferencias',
  hide: 'Ocultar transferencias',
  failed: 'No hemos podido cargar tu saldo',
  stale: 'Puede que no esté actualizado.',
  empty: 'Aún no hay saldo',
  emptyHint: 'Tu primer pago aparecerá aquí en cuanto llegue.',
};
