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
  by: (date) => `hasta el ${date}`,
  on: (date) => `el ${date}`,
  nothingSoon: 'Nada pendiente',
  nextPayout: 'Próxima transferencia',
  nextExpected: 'Próxima transferencia, prevista',
  ofAmount: (amount, to) => (to ? `${amount} a ${to}` : amount),
  account: (name, last4) => `${name} ••••\u00a0${last4}`,
  bankAccount: 'Cuenta bancaria',
  card: 'Tarjeta',
  manualPayouts: 'Cuando la pidas',
  noPayout: 'Ninguna prevista',
  paused: 'En pausa',
  pausedTitle: 'Tus transferencias están en pausa',
  pausedWhy: {
    requirements: () => 'Stripe necesita más información tuya antes de volver a transferir.',
    verification: () =>
      'Stripe está comprobando lo que enviaste. Ahora mismo no tienes que hacer nada.',
    review: () => 'Stripe está revisando tu cuenta y te escribirá si necesita algo.',
    rejected: (platform) =>
      `Stripe ya no transfiere dinero a esta cuenta. Pregunta a ${platform || 'tu plataforma'} qué puedes hacer.`,
    platform: (platform) =>
      `${platform || 'Tu plataforma'} ha detenido tus transferencias. Pregunta qué hace falta.`,
    destination: () =>
      'La última transferencia no pudo llegar a tu cuenta bancaria. Corrígela o añade otra.',
    other: () => 'Stripe no transfiere nada por ahora. Mira qué necesita de ti.',
  },
  stillArrives: 'Lo que está en camino llegará igualmente.',
  negativeTitle: 'Tu saldo está por debajo de cero',
  negativeWhy:
    'Los reembolsos, las disputas y las comisiones han superado tus ventas. Tus próximos pagos se destinarán primero a esto.',
  negativeDebit: 'Stripe también puede cobrarlo de tu cuenta bancaria.',
  seeNeeds: 'Ver qué necesita Stripe',
  changeBank: 'Cambiar la cuenta bancaria',
  addMoney: 'Añadir dinero',
  contact: (platform) => `Contactar con ${platform || 'tu plataforma'}`,
  setAside: 'Reservado para reembolsos y disputas',
  manage: 'Gestionar transferencias',
  hide: 'Ocultar transferencias',
  failed: 'No hemos podido cargar tu saldo',
  stale: 'Puede que no esté actualizado.',
  empty: 'Aún no hay saldo',
  emptyHint: 'Tu primer pago aparecerá aquí en cuanto llegue.',
};
